package com.realtimeconnect.user.token;

import com.realtimeconnect.common.secret.ProductionGuard;
import com.realtimeconnect.common.security.VerificationKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys that sign access tokens, as they are in the folder now.
 *
 * <p>Rotation refuses no good token: a key that is put into the folder is published at once, but signs only when every
 * verifier had time to see it; a key that is taken from signing stays published until the last token that it signed has
 * ended. Its public half stays in the folder for that, and so outlives a restart. A private key that just vanishes is
 * published on as well, but only by the nodes that saw it.
 */
@Component
class SigningKeys implements VerificationKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration VERIFIERS_LENIENCE = Duration.ofMinutes(1);

    private final KeyFolder folder;
    private final TokenProperties properties;
    private final Clock clock;

    private volatile Keys keys;

    SigningKeys(TokenProperties properties, ProductionGuard guard, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        folder = new KeyFolder(properties.folder());
        var found = readFirst(guard.isProduction());
        keys = new Keys(found.signing(), found.retired(), List.of());
    }

    private KeyFolder.Contents readFirst(boolean production) {
        if (production && !properties.hasFolder()) {
            throw new IllegalStateException(
                    "PRODUCTION=true, but JWT_SIGNING_KEYS is missing: a folder of <kid>.pem files is needed");
        }
        try {
            var found = folder.read(List.of());
            if (found.signing().isEmpty() && !production) {
                folder.generateFirst();
                log.atInfo().addKeyValue("folder", folder.path()).log("Made a signing key for local use");
                found = folder.read(List.of());
            }
            if (found.signing().isEmpty()) {
                throw new IllegalStateException("JWT_SIGNING_KEYS: there is no <kid>.pem in " + folder.path());
            }
            return found;
        } catch (IOException unusable) {
            throw new UncheckedIOException("JWT_SIGNING_KEYS: " + unusable.getMessage(), unusable);
        }
    }

    /** Looks into the folder again. A folder that cannot be used changes nothing, and is complained about. */
    @Scheduled(
            fixedDelayString = "${connect.tokens.reread-every:2s}",
            initialDelayString = "${connect.tokens.reread-every:2s}")
    void reread() {
        try {
            var found = folder.read(keys.signing());
            if (found.signing().isEmpty()) {
                log.atError()
                        .addKeyValue("folder", folder.path())
                        .log("The folder of signing keys is empty; the old keys stay");
                return;
            }
            replace(found);
        } catch (IOException unusable) {
            log.atError()
                    .addKeyValue("reason", unusable.getMessage())
                    .log("The folder of signing keys cannot be used; the old keys stay");
        }
    }

    private void replace(KeyFolder.Contents found) {
        var before = keys;
        var signing = found.signing().stream().map(this::sinceSeen).toList();
        var vanished = Stream.concat(
                        before.vanished().stream(), before.signing().stream().map(key -> key.retired(clock.instant())))
                .filter(key -> !found.has(key.id()) && isInUse(key))
                .toList();
        keys = new Keys(signing, found.retired(), vanished);
        if (!before.ids().equals(keys.ids())) {
            log.atInfo()
                    .addKeyValue("signing", signing.stream().map(SigningKey::id).toList())
                    .addKeyValue("known", keys.ids())
                    .log("Signing keys changed");
        }
    }

    /** A key that appears while we run counts from now, whatever the date of its file says, unless verifiers know it still. */
    private SigningKey sinceSeen(SigningKey found) {
        return keys.signing().stream()
                .filter(known -> known.id().equals(found.id()))
                .findFirst()
                .map(known -> found.seenSince(known.since()))
                .orElseGet(() -> find(found.id()) == null ? found.seenSince(clock.instant()) : found);
    }

    /** Whether a token that it signed may still be good. */
    private boolean isInUse(RetiredKey key) {
        var lastUse = key.since().plus(properties.lifetime()).plus(VERIFIERS_LENIENCE);
        return lastUse.isAfter(clock.instant());
    }

    /** The newest by name that was published long enough; if none was (the first start), the one published longest. */
    SigningKey signing() {
        var current = keys.signing();
        var published = clock.instant().minus(properties.publishBeforeSigning());
        return current.reversed().stream()
                .filter(key -> !key.since().isAfter(published))
                .findFirst()
                .orElseGet(() -> Collections.min(current.reversed(), Comparator.comparing(SigningKey::since)));
    }

    /** All keys whose tokens are good. */
    List<PublishedKey> published() {
        var snapshot = keys;
        var retired = Stream.concat(snapshot.retired().stream(), snapshot.vanished().stream())
                .filter(this::isInUse)
                .filter(key -> !snapshot.isSigning(key.id()))
                .map(RetiredKey::published);
        return Stream.concat(snapshot.signing().stream().map(SigningKey::published), retired)
                .toList();
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        return published().stream()
                .filter(key -> key.id().equals(keyId))
                .map(PublishedKey::publicKey)
                .findFirst()
                .orElse(null);
    }

    /**
     * What there was when the folder was last read.
     *
     * @param retired public halves in the folder
     * @param vanished what the folder had before, and for which it has neither half now
     */
    private record Keys(List<SigningKey> signing, List<RetiredKey> retired, List<RetiredKey> vanished) {

        boolean isSigning(String id) {
            return signing.stream().anyMatch(key -> key.id().equals(id));
        }

        List<String> ids() {
            return Stream.concat(
                            signing.stream().map(SigningKey::id),
                            Stream.concat(retired.stream(), vanished.stream()).map(RetiredKey::id))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
