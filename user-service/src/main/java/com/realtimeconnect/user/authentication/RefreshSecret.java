package com.realtimeconnect.user.authentication;

import com.realtimeconnect.user.token.IssuedToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text of a refresh token: 256 random bits, known to the client only. It is stored as its hash. What it is exchanged
 * for is sealed with a key made from the token itself, so that only who sends it again can be given that pair again.
 */
record RefreshSecret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int TAG_BITS = 128;
    /** Each key seals one thing only, so that no two messages ever share key and nonce. */
    private static final byte[] NONCE = new byte[12];

    private static final byte[] PURPOSE = "connect refresh successor".getBytes(StandardCharsets.US_ASCII);

    static RefreshSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RefreshSecret(encode(bytes));
    }

    String hash() {
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    byte[] seal(TokenPair pair) {
        var access = pair.accessToken();
        var text = String.join(
                "\n", pair.refreshToken(), access.value(), access.expiresAt().toString());
        return crypt(Cipher.ENCRYPT_MODE, text.getBytes(StandardCharsets.UTF_8));
    }

    TokenPair open(byte[] sealed) {
        var parts = new String(crypt(Cipher.DECRYPT_MODE, sealed), StandardCharsets.UTF_8).split("\n", -1);
        return new TokenPair(parts[0], new IssuedToken(parts[1], Instant.parse(parts[2])));
    }

    private byte[] crypt(int mode, byte[] input) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA256"));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(mac.doFinal(PURPOSE), "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The pair of an exchanged refresh token is not readable", broken);
        }
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "RefreshSecret[hidden]";
    }
}
