package com.realtimeconnect.user.mail;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends letters by SMTP. A server that does not answer costs seconds at most. */
class SmtpTransport implements MailTransport {

    private static final String TIMEOUT_MILLIS = "5000";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final String from;

    SmtpTransport(MailProperties properties) {
        from = properties.from();
        sender.setHost(properties.host());
        sender.setPort(properties.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!properties.username().isEmpty()) {
            sender.setUsername(properties.username());
            sender.setPassword(properties.password().value());
        }
        sender.setJavaMailProperties(session(properties));
    }

    private static Properties session(MailProperties properties) {
        var session = new Properties();
        for (var phase : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            session.setProperty("mail.smtp." + phase, TIMEOUT_MILLIS);
        }
        session.setProperty(
                "mail.smtp.auth", Boolean.toString(!properties.username().isEmpty()));
        session.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (properties.security()) {
            case STARTTLS -> {
                session.setProperty("mail.smtp.starttls.enable", "true");
                session.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> session.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> session.setProperty("mail.smtp.starttls.enable", "false");
        }
        return session;
    }

    @Override
    public void deliver(Mail mail) {
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(mail.to().value());
        message.setSubject(mail.subject());
        message.setText(mail.text());
        try {
            sender.send(message);
        } catch (MailException refused) {
            throw new MailNotTakenException(refused);
        }
    }
}
