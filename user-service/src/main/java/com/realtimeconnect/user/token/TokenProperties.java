package com.realtimeconnect.user.token;

import com.realtimeconnect.common.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are made.
 *
 * @param signingKeys folder of {@code <kid>.pem}; without one a key is made in the local folder, except in production
 * @param localKeys the folder for a key that is made
 * @param lifetime of access and service tokens
 * @param publishBeforeSigning how long a new key is only published: longer than verifiers cache the key set
 * @param serviceClients our services and their secrets, {@code name:secret} each, separated by commas
 */
@ConfigurationProperties("connect.tokens")
record TokenProperties(
        @Nullable String signingKeys,
        @DefaultValue(".local/keys") Path localKeys,
        @DefaultValue("10m") Duration lifetime,
        @DefaultValue("2m") Duration publishBeforeSigning,
        @DefaultValue("") Secret serviceClients) {

    boolean hasFolder() {
        return signingKeys != null && !signingKeys.isBlank();
    }

    Path folder() {
        return signingKeys != null && !signingKeys.isBlank() ? Path.of(signingKeys) : localKeys;
    }
}
