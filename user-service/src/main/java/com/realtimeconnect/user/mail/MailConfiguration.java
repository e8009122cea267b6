package com.realtimeconnect.user.mail;

import com.realtimeconnect.common.security.SecurityProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses how letters go. A code in a log is a code given away, so that production needs a mail server for them. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Mailer mailer(MailProperties properties, SecurityProperties security) {
        return new Mailer(transport(properties, security.production()));
    }

    private static @Nullable MailTransport transport(MailProperties properties, boolean production) {
        if (!properties.host().isBlank()) {
            return new SmtpTransport(properties);
        }
        return production ? null : new FolderTransport(properties);
    }
}
