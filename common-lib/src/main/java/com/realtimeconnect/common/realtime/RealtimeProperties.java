package com.realtimeconnect.common.realtime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lease for how long a node that says nothing still counts as living; it renews three times as often */
@ConfigurationProperties("connect.realtime")
record RealtimeProperties(@DefaultValue("15s") Duration lease) {

    Duration pulse() {
        return lease.dividedBy(3);
    }
}
