package com.realtimeconnect.user.authentication;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long one stays logged in.
 *
 * @param lifetime of a refresh token; each exchange starts it anew
 * @param reuseGrace how long a token that was exchanged answers with the pair that it was exchanged for: two tabs that
 *     woke up together
 */
@ConfigurationProperties("connect.refresh-tokens")
record LoginProperties(
        @DefaultValue("30d") Duration lifetime,
        @DefaultValue("20s") Duration reuseGrace) {}
