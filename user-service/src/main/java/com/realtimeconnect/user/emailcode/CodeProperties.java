package com.realtimeconnect.user.emailcode;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What codes are good for.
 *
 * @param lifetime from being made to being too old
 * @param tries how many wrong ones end it
 * @param patience how long after it was asked for a code may still be sent, if the mail server was away
 */
@ConfigurationProperties("connect.email-codes")
record CodeProperties(
        @DefaultValue("15m") Duration lifetime,
        @DefaultValue("5") int tries,
        @DefaultValue("1h") Duration patience) {}
