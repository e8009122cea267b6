package com.realtimeconnect.common.security;

import com.realtimeconnect.common.secret.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tokens are verified, and who we are to the other services.
 *
 * @param production whether this is production, where nothing may be left at a local default
 * @param docsOpen whether the generated API documents may be read by anybody
 */
@ConfigurationProperties("connect.security")
@Validated
public record SecurityProperties(
        @NotBlank String issuer,
        @NotBlank String audience,
        @NotNull URI jwksUrl,
        @Valid ServiceClient serviceClient,
        @DefaultValue("false") boolean production,
        @DefaultValue("true") boolean docsOpen,
        @DefaultValue List<String> allowedOrigins) {

    public SecurityProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    @AssertTrue(message = "CORS_ALLOWED_ORIGINS must list origins; with cookies, * is none")
    boolean isOriginsListed() {
        return !allowedOrigins.contains("*");
    }

    /** The credentials of this service, and where it trades them for a token. */
    public record ServiceClient(
            @NotBlank String id,
            @NotNull Secret secret,
            @NotNull URI tokenUrl) {}
}
