package com.realtimeconnect.interaction.iceserver;

import com.realtimeconnect.common.secret.RequiredSecret;
import com.realtimeconnect.common.secret.Secret;
import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The servers that help two browsers find each other.
 *
 * @param privacy {@code relay}: neither learns the other's address; {@code all}: the browsers may connect directly; empty:
 *     {@code relay} if there is a TURN server or this is production, else {@code all}
 * @param turnUrls such as {@code turn:turn.example.org:3478?transport=udp}
 * @param turnSecret shared with the TURN server
 * @param production whether this is production, where privacy is not to be switched off by forgetting something
 */
@ConfigurationProperties("connect.ice")
@Validated
public record IceProperties(
        @DefaultValue("") String privacy,
        @DefaultValue List<String> turnUrls,
        @DefaultValue List<String> stunUrls,
        @Nullable Secret turnSecret,
        @DefaultValue("false") boolean production) {

    private static final String RELAY = "relay";
    private static final String ALL = "all";
    private static final int WEAKEST_SECRET = 16;

    boolean isRelayOnly() {
        return switch (privacy) {
            case RELAY -> true;
            case ALL -> false;
            default -> production || !turnUrls.isEmpty();
        };
    }

    boolean hasTurn() {
        return !turnUrls.isEmpty() && turnSecret != null && !turnSecret.isEmpty();
    }

    @AssertTrue(message = "ICE_PRIVACY is relay or all, or left out")
    boolean isPrivacyKnown() {
        return privacy.isEmpty() || privacy.equals(RELAY) || privacy.equals(ALL);
    }

    @AssertTrue(message = "TURN_URLS need a TURN_SECRET that is shared with the server")
    boolean isTurnComplete() {
        return turnUrls.isEmpty() || hasTurn();
    }

    @AssertTrue(message = "with ICE_PRIVACY=relay, production needs TURN_URLS and TURN_SECRET")
    boolean isRelayPossible() {
        return !production || !isRelayOnly() || hasTurn();
    }

    @AssertTrue(message = "TURN_SECRET is weak: production needs one of its own with 16 characters or more")
    boolean isSecretStrong() {
        return !production
                || turnSecret == null
                || turnSecret.isEmpty()
                || (turnSecret.value().length() >= WEAKEST_SECRET
                        && !turnSecret.value().contains(RequiredSecret.LOCAL_MARK));
    }
}
