package com.realtimeconnect.user.token;

import com.realtimeconnect.common.secret.RequiredSecret;
import com.realtimeconnect.common.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The secrets of our services, from {@code SERVICE_CLIENTS}: {@code name:secret} each, separated by commas. */
final class ServiceCredentials {

    private static final int SHORTEST_SECRET = 32;
    private static final Secret NOBODYS = Secret.of("");

    private final Map<String, Secret> secrets;

    /** @throws IllegalArgumentException if an entry is not {@code name:secret} */
    ServiceCredentials(Secret listed) {
        secrets = new LinkedHashMap<>();
        for (var entry : listed.value().split(",", -1)) {
            if (!entry.isBlank()) {
                var parts = entry.strip().split(":", 2);
                if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                    throw new IllegalArgumentException("SERVICE_CLIENTS must be name:secret,name:secret");
                }
                secrets.put(parts[0], Secret.of(parts[1]));
            }
        }
    }

    /** Takes the same time whether the name or the secret is wrong, and wherever the secret differs. */
    boolean areRight(String clientId, String secret) {
        var known = secrets.containsKey(clientId);
        var expected = secrets.getOrDefault(clientId, NOBODYS);
        return MessageDigest.isEqual(digest(expected.value()), digest(secret)) && known;
    }

    /** What production must not start without. */
    List<RequiredSecret> required() {
        if (secrets.isEmpty()) {
            return List.of(new RequiredSecret("SERVICE_CLIENTS", null, SHORTEST_SECRET));
        }
        return secrets.entrySet().stream()
                .map(client -> new RequiredSecret(
                        "SERVICE_CLIENTS (the secret of " + client.getKey() + ")", client.getValue(), SHORTEST_SECRET))
                .toList();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
