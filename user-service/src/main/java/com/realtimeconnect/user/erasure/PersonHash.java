package com.realtimeconnect.user.erasure;

import com.realtimeconnect.common.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How the ledger names a person: SHA-256 of a fixed text and the account's id. The id has 74 random bits, so nobody finds it
 * from the hash by trying; who has the id, as a restored database does, finds the hash. No key is needed for that, so none
 * can be lost.
 *
 * @param hex the hash in hexadecimal digits
 */
record PersonHash(String hex) {

    /** What is hashed before the id; the ledger's queries say it, too. */
    static final String PREFIX = "connect erasure ledger ";

    static PersonHash of(UserId person) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest((PREFIX + person).getBytes(StandardCharsets.US_ASCII));
            return new PersonHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
