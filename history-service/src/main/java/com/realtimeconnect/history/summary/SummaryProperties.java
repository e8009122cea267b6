package com.realtimeconnect.history.summary;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The summary cache.
 *
 * @param ttl how long a summary is kept if nothing changes it; also the longest that one can be wrong after an outage of Redis
 */
@ConfigurationProperties("connect.history.summary")
record SummaryProperties(@DefaultValue("10m") Duration ttl) {}
