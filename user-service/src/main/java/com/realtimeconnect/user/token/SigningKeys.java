package com.realtimeconnect.user.token;

import com.realtimeconnect.common.secret.ProductionGuard;
import com.realtimeconnect.common.security.VerificationKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys that sign access tokens, as they are in the folder now.
 *
 * <p>Rotation refuses no good token: a key that is put into the folder is published at once, but signs only when every
 * verifier had time to see it; a key that is taken away stays published until the last token that it signed has ended.
 */
@Component
class SigningKeys implements VerificationKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final KeyFolder folder;
    private final TokenProperties properties;
    private final Clock clock;

    private volatile Keys keys = new Keys(List.of(), Map.of());

    SigningKeys(TokenProperties properties, ProductionGuard guard, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        folder = new KeyFolder(properties.folder());
        keys = new Keys(readFirst(guard.isProduction()), Map.of());
    }

    private List<SigningKey> readFirst(boolean production) {
        if (production && !properties.hasFolder()) {
            throw new IllegalStateException(
                    "PRODUCTION=true, but JWT_SIGNING_KEYS is missing: a folder of <kid>.pem files is needed");
        }
        try {
            var found = folder.read();
            if (found.isEmpty() && !production) {
                folder.generateFirst();
                log.atInfo().addKeyValue("folder", folder.path()).log("Made a signing key for local use");
                found = folder.read();
            }
            if (found.isEmpty()) {
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
            var found = folder.read();
            if (found.isEmpty()) {
                log.atError()
                        .addKeyValue("folder", folder.path())
                        .log("The folder of signing keys is empty; the old keys stay");
                return;
            }
            replace(found.stream().map(this::sinceSeen).toList());
        } catch (IOException unusable) {
            log.atError()
                    .addKeyValue("reason", unusable.getMessage())
                    .log("The folder of signing keys cannot be used; the old keys stay");
        }
    }

    /** A key that appears while we run counts from now, whatever the date of its file says. */
    private SigningKey sinceSeen(SigningKey found) {
        return published().stream()
                .filter(known -> known.id().equals(found.id()))
                .findFirst()
                .map(known -> found.seenSince(known.since()))
                .orElseGet(() -> found.seenSince(clock.instant()));
    }

    private void replace(List<SigningKey> found) {
        var before = keys;
        var retired = new HashMap<SigningKey, Instant>();
        before.retired().forEach((key, until) -> {
            if (until.isAfter(clock.instant())) {
                retired.put(key, until);
            }
        });
        for (var key : before.current()) {
            retired.put(key, clock.instant().plus(properties.lifetime()).plusSeconds(VERIFIERS_LENIENCE_SECONDS));
        }
        retired.keySet()
                .removeIf(key -> found.stream().anyMatch(present -> present.id().equals(key.id())));
        keys = new Keys(found, Map.copyOf(retired));
        if (!ids(before.current()).equals(ids(found))) {
            log.atInfo()
                    .addKeyValue("keys", ids(found))
                    .addKeyValue("retiring", ids(retired.keySet()))
                    .log("Signing keys changed");
        }
    }

    private static final long VERIFIERS_LENIENCE_SECONDS = 60;

    /** The newest by name that was published long enough; if none was (the first start), the one published longest. */
    SigningKey signing() {
        var current = keys.current();
        var published = clock.instant().minus(properties.publishBeforeSigning());
        return current.reversed().stream()
                .filter(key -> !key.since().isAfter(published))
                .findFirst()
                .orElseGet(() -> Collections.min(current.reversed(), Comparator.comparing(SigningKey::since)));
    }

    /** All keys whose tokens are good. */
    List<SigningKey> published() {
        var snapshot = keys;
        var all = new ArrayList<>(snapshot.current());
        snapshot.retired().forEach((key, until) -> {
            if (until.isAfter(clock.instant())) {
                all.add(key);
            }
        });
        return all;
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        return published().stream()
                .filter(key -> key.id().equals(keyId))
                .map(SigningKey::publicKey)
                .findFirst()
                .orElse(null);
    }

    private static List<String> ids(Collection<SigningKey> keys) {
        return keys.stream().map(SigningKey::id).sorted().toList();
    }

    /** What the folder had when it was last read, and what it had before, each until its last token ends. */
    private record Keys(List<SigningKey> current, Map<SigningKey, Instant> retired) {}
}
