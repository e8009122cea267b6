package com.realtimeconnect.common.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Public keys made ready for the provider that checks signatures: with a key of its own Bouncy Castle computes a table of
 * the key's multiples once and keeps it there, and then needs a sixth of what the JDK's provider does. Thread-safe.
 */
final class PreparedKeys {

    static final Provider PROVIDER = new BouncyCastleProvider();

    /** Far more than are valid at a time. */
    private static final int MOST = 100;

    private final Cache<PublicKey, PublicKey> prepared =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The same key; one that is on no elliptic curve as it is. */
    PublicKey of(PublicKey key) {
        return key.getAlgorithm().equals("EC") ? prepared.get(key, PreparedKeys::prepare) : key;
    }

    private static PublicKey prepare(PublicKey key) {
        try {
            return KeyFactory.getInstance("EC", PROVIDER).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("No key of a curve that is known", unusable);
        }
    }
}
