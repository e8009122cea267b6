package com.realtimeconnect.history.replica;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The read replica.
 *
 * @param url JDBC address; none or empty means that the primary serves all reads. User and password are the primary's.
 */
@ConfigurationProperties("connect.replica")
record ReplicaProperties(
        @Nullable String url, @DefaultValue("10") int poolSize) {

    boolean isConfigured() {
        return url != null && !url.isBlank();
    }
}
