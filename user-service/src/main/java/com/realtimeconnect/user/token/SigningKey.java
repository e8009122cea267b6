package com.realtimeconnect.user.token;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;

/**
 * A key pair on P-256.
 *
 * @param id the {@code kid}, the file's name without its ending
 * @param since the start of its time of being published only: when its file was written, or when a running node first saw it
 */
record SigningKey(String id, ECPrivateKey privateKey, ECPublicKey publicKey, Instant since) {

    SigningKey seenSince(Instant instant) {
        return new SigningKey(id, privateKey, publicKey, instant);
    }

    PublishedKey published() {
        return new PublishedKey(id, publicKey);
    }

    /** What stays of it when it is taken away. */
    RetiredKey retired(Instant now) {
        return new RetiredKey(id, publicKey, now);
    }

    /** Without the private part. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
