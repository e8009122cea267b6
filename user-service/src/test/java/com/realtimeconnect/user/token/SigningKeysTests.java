package com.realtimeconnect.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.secret.ProductionGuard;
import com.realtimeconnect.common.secret.Secret;
import com.realtimeconnect.test.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTests {

    private final MutableClock clock = MutableClock.start();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void signsWithTheNewestByName() throws Exception {
        add("2026-01", Duration.ofDays(30));
        add("2026-02", Duration.ofDays(1));
        assertThat(keys().signing().id()).isEqualTo("2026-02");
    }

    @Test
    void publishesANewKeyForAWhileBeforeItSigns() throws Exception {
        add("2026-01", Duration.ofDays(30));
        var keys = keys();
        add("2026-02", Duration.ZERO);
        keys.reread();

        assertThat(ids(keys)).containsExactly("2026-01", "2026-02");
        assertThat(keys.signing().id()).isEqualTo("2026-01");
        clock.advance(Duration.ofMinutes(2));
        assertThat(keys.signing().id()).isEqualTo("2026-02");
    }

    @Test
    void signsWithAFreshKeyIfThereIsNoOther() throws Exception {
        add("a", Duration.ZERO);
        add("b", Duration.ZERO);
        assertThat(keys().signing().id()).isEqualTo("b");
    }

    @Test
    void keepsARemovedKeyUntilItsLastTokenEnded() throws Exception {
        add("2026-01", Duration.ofDays(30));
        add("2026-02", Duration.ofDays(1));
        var keys = keys();
        Files.delete(folder.resolve("2026-01.pem"));
        keys.reread();
        keys.reread();

        assertThat(keys.find("2026-01")).isNotNull();
        clock.advance(Duration.ofMinutes(10));
        keys.reread();
        assertThat(keys.find("2026-01")).isNotNull();
        clock.advance(Duration.ofMinutes(2));
        assertThat(keys.find("2026-01")).isNull();
        assertThat(ids(keys)).containsExactly("2026-02");
    }

    @Test
    void knowsARetiredKeyAfterARestartUntilItsLastTokenEnded() throws Exception {
        add("2026-01", Duration.ofDays(30));
        add("2026-02", Duration.ofDays(1));
        var before = keys();
        var publicKey = before.find("2026-01");
        retire("2026-01");
        before.reread();
        var restarted = keys();

        for (var keys : List.of(before, restarted)) {
            assertThat(keys.find("2026-01")).isEqualTo(publicKey);
            assertThat(keys.signing().id()).isEqualTo("2026-02");
        }
        clock.advance(Duration.ofMinutes(11));
        for (var keys : List.of(before, restarted, keys())) {
            keys.reread();
            assertThat(ids(keys)).containsExactly("2026-02");
        }
    }

    @Test
    void forgetsARetiredKeyAtOnceWhenItsPublicHalfIsTakenAway() throws Exception {
        add("2026-01", Duration.ofDays(30));
        add("2026-02", Duration.ofDays(1));
        var keys = keys();
        retire("2026-01");
        keys.reread();
        Files.delete(folder.resolve("2026-01.pub"));
        keys.reread();
        assertThat(ids(keys)).containsExactly("2026-02");
    }

    @Test
    void signsWithNoPublicHalfAlone() throws Exception {
        add("2026-01", Duration.ofDays(30));
        var keys = keys();
        retire("2026-01");
        keys.reread();
        assertThat(keys.signing().id()).isEqualTo("2026-01");
        assertThatThrownBy(this::keysOfProduction).hasMessageContaining("no <kid>.pem");
    }

    @Test
    void refusesABrokenPublicHalfAndNamesIt() throws Exception {
        add("2026-01", Duration.ofDays(30));
        Files.writeString(folder.resolve("2025-12.pub"), "half a key");
        assertThatThrownBy(this::keys).hasMessageContaining("2025-12.pub");
    }

    @Test
    void takesARemovedKeyBack() throws Exception {
        add("2026-01", Duration.ofDays(30));
        add("2026-02", Duration.ofDays(1));
        var keys = keys();
        var file = folder.resolve("2026-02.pem");
        var pem = Files.readString(file);
        Files.delete(file);
        keys.reread();
        assertThat(keys.signing().id()).isEqualTo("2026-01");
        Files.writeString(file, pem);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofHours(1))));
        keys.reread();
        assertThat(ids(keys)).containsExactly("2026-01", "2026-02");
        assertThat(keys.signing().id()).isEqualTo("2026-02");
    }

    @Test
    void goesOnWithTheOldKeysWhileTheFolderIsBroken() throws Exception {
        add("2026-01", Duration.ofDays(30));
        var keys = keys();
        Files.writeString(folder.resolve("2026-02.pem"), "half a fi");
        keys.reread();
        assertThat(ids(keys)).containsExactly("2026-01");
        Files.delete(folder.resolve("2026-02.pem"));
        Files.delete(folder.resolve("2026-01.pem"));
        keys.reread();
        assertThat(keys.signing().id()).isEqualTo("2026-01");
    }

    @Test
    void makesAKeyForLocalUseOnceAndForItsOwnerOnly() throws IOException {
        var first = keys().signing();
        var second = keys().signing();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.publicKey()).isEqualTo(first.publicKey());
        try (var files = Files.list(folder)) {
            var all = files.toList();
            assertThat(all).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all.getFirst())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesToStartInProductionWithoutKeys() {
        assertThatThrownBy(() -> keys(null, true)).hasMessageContaining("JWT_SIGNING_KEYS is missing");
        assertThatThrownBy(() -> keys(folder.toString(), true)).hasMessageContaining("JWT_SIGNING_KEYS");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesToStartWithABrokenKeyAndNamesIt() throws IOException {
        Files.writeString(folder.resolve("bad.pem"), "no key");
        assertThatThrownBy(this::keys).hasMessageContaining("bad.pem").hasMessageContaining("JWT_SIGNING_KEYS");
    }

    private void add(String id, Duration age) throws IOException, GeneralSecurityException {
        var file = folder.resolve(id + ".pem");
        Files.writeString(file, EcKeys.toPem(EcKeys.generate().getPrivate()));
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
    }

    private void retire(String id) throws IOException, GeneralSecurityException {
        var privateFile = folder.resolve(id + ".pem");
        var publicKey = EcKeys.publicKeyOf(EcKeys.fromPem(Files.readString(privateFile)));
        var publicFile = folder.resolve(id + ".pub");
        Files.writeString(
                publicFile,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(publicKey.getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        Files.setLastModifiedTime(publicFile, FileTime.from(clock.instant()));
        Files.delete(privateFile);
    }

    private SigningKeys keysOfProduction() {
        return keys(folder.toString(), true);
    }

    private SigningKeys keys() {
        return keys(folder.toString(), false);
    }

    private SigningKeys keys(@Nullable String configured, boolean production) {
        var properties =
                new TokenProperties(configured, folder, Duration.ofMinutes(10), Duration.ofMinutes(2), Secret.of(""));
        return new SigningKeys(properties, new ProductionGuard(production, List.of()), clock);
    }

    private static List<String> ids(SigningKeys keys) {
        return keys.published().stream().map(PublishedKey::id).toList();
    }
}
