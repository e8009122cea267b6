package com.realtimeconnect.common.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides kept answers, which may carry tokens, from who can read Redis: AES-GCM (NIST SP 800-38D) under a key made of the
 * client's idempotency key and body, neither of which is stored.
 */
final class AnswerCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    AnswerCipher(String idempotencyKey, byte[] body) {
        key = new SecretKeySpec(
                digest(("answer\n" + idempotencyKey + "\n").getBytes(StandardCharsets.UTF_8), body), "AES");
    }

    String hide(byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var hidden = run(Cipher.ENCRYPT_MODE, nonce, plain);
        var joined = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
        System.arraycopy(hidden, 0, joined, NONCE_BYTES, hidden.length);
        return Base64.getEncoder().encodeToString(joined);
    }

    byte[] reveal(String hidden) {
        var joined = Base64.getDecoder().decode(hidden);
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(joined, NONCE_BYTES),
                Arrays.copyOfRange(joined, NONCE_BYTES, joined.length));
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A kept answer cannot be hidden or revealed", broken);
        }
    }

    static byte[] digest(byte[]... parts) {
        var digest = sha256();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
