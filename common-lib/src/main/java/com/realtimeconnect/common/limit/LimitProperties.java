package com.realtimeconnect.common.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much anybody may send. Headers and uploads are limited by the server's own settings, in the shared defaults.
 *
 * @param body the largest body that is no upload
 */
@ConfigurationProperties("connect.limits")
record LimitProperties(@DefaultValue("256KB") DataSize body) {}
