package com.realtimeconnect.interaction.match;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where matches come from.
 *
 * @param intents the intents of the product; what follows an equals sign is a label and not read here
 * @param lease how long a node may hold a match before another takes it over
 * @param retry how soon the same node tries again what could not be done
 * @param giveUpAfter how long after it was made a match is worth proposing
 */
@ConfigurationProperties("connect.matches")
@Validated
record MatchProperties(
        @DefaultValue({"casual", "dating", "friendship", "language", "networking"}) @NotEmpty
        List<String> intents,

        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration retry,
        @DefaultValue("30s") Duration giveUpAfter) {

    List<String> intentNames() {
        return intents.stream().map(intent -> intent.split("=", 2)[0].strip()).toList();
    }
}
