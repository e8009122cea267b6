package com.realtimeconnect.user.token;

import java.security.interfaces.ECPublicKey;
import java.time.Instant;

/**
 * What is left of a key that signs no more: its public half, for the tokens that it signed before.
 *
 * @param since when it was taken from signing
 */
record RetiredKey(String id, ECPublicKey publicKey, Instant since) {

    PublishedKey published() {
        return new PublishedKey(id, publicKey);
    }
}
