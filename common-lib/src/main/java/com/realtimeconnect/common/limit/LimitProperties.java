package com.realtimeconnect.common.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much anybody may send. Headers and uploads are limited by the server's own settings, in the shared defaults.
 *
 * @param body the largest body that is no upload
 * @param backlog how many connections may wait to be accepted, when everybody comes back at once; the kernel has a limit
 *     of its own (net.core.somaxconn). Who comes when that many wait is turned away by TCP and tries again a second later
 */
@ConfigurationProperties("connect.limits")
record LimitProperties(
        @DefaultValue("256KB") DataSize body,
        @DefaultValue("4096") int backlog) {}
