package com.realtimeconnect.user.mail;

import com.realtimeconnect.common.secret.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How letters go.
 *
 * @param host of the SMTP server; empty: letters go to the log and the folder, and in production nowhere
 * @param username empty: the server wants none
 * @param security how the connection is made safe
 * @param from the sender's address
 * @param folder where letters are kept without a server
 */
@ConfigurationProperties("connect.mail")
@Validated
record MailProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") @Min(1) @Max(65_535) int port,
        @DefaultValue("") String username,
        @DefaultValue("") Secret password,
        @DefaultValue("starttls") @NotNull Security security,
        @NotBlank String from,
        @DefaultValue(".local/mail") Path folder) {

    /** As mail servers offer it: encrypted on demand and demanded here, encrypted from the start, or not at all. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }
}
