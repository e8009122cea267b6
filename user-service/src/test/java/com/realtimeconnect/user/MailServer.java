package com.realtimeconnect.user;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real SMTP server in this JVM that keeps every letter. A test may stop it, and starts it again. */
public final class MailServer {

    static final String HOST = "127.0.0.1";

    private static final MailServer SHARED = new MailServer();
    private static final Pattern CODE = Pattern.compile("Your code is ([A-Z2-9]{4}-[A-Z2-9]{4})");

    private final GreenMail server;

    private MailServer() {
        var anyPort = new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP);
        server = new GreenMail(anyPort);
        server.start();
    }

    public static MailServer shared() {
        return SHARED;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Letters to this address, oldest first. */
    public List<Message> letters(String address) {
        return Stream.of(server.getReceivedMessages())
                .filter(letter -> isTo(letter, address))
                .map(Message.class::cast)
                .toList();
    }

    /** The code of the letter of this number, counted from 1, once it is there. */
    public String awaitCode(String address, int number) {
        await().until(() -> letters(address).size() >= number);
        var code = CODE.matcher(text(letters(address).get(number - 1)));
        if (!code.find()) {
            throw new AssertionError("There is no code in the letter");
        }
        return code.group(1);
    }

    /** What a letter says. */
    public static String text(Message letter) {
        try {
            return String.valueOf(letter.getContent());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean isTo(Message letter, String address) {
        try {
            var to = letter.getRecipients(Message.RecipientType.TO);
            return to[0].toString().toLowerCase(Locale.ROOT).equals(address);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
