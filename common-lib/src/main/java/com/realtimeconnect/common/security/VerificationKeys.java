package com.realtimeconnect.common.security;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** Finds the public key that verifies tokens of a key id. Thread-safe. */
@FunctionalInterface
public interface VerificationKeys {

    /** The key, or null if there is none of this id. */
    @Nullable
    PublicKey find(String keyId);
}
