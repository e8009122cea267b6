package com.realtimeconnect.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.secret.Secret;
import com.realtimeconnect.user.account.EmailAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailerTests {

    private static final Mail MAIL = new Mail(EmailAddress.of("ida@example.org"), "A subject", "Ünïcode\n");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsLettersInAFolderWhereThereIsNoServer() throws IOException {
        var mailer = new Mailer(new FolderTransport(properties("", 25)));
        mailer.send(MAIL);
        mailer.send(MAIL);
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(file)
                            .hasExtension("eml")
                            .content()
                            .contains("To: ida@example.org", "Subject: A subject", "Ünïcode"));
        }
    }

    @Test
    void saysWhereMailIsNotSetUp() {
        var mailer = new Mailer(null);
        assertThat(mailer.isReady()).isFalse();
        assertThatThrownBy(mailer::requireReady)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type().status()).isEqualTo(503));
    }

    /** It accepts connections and never says a word. */
    @Test
    void doesNotWaitForeverForASilentServer() throws IOException {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var mailer = new Mailer(new SmtpTransport(properties("127.0.0.1", silent.getLocalPort())));
            var start = System.nanoTime();
            assertThatThrownBy(() -> mailer.send(MAIL))
                    .isInstanceOf(MailNotTakenException.class)
                    .hasMessageContaining("SocketTimeoutException");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        }
    }

    private MailProperties properties(String host, int port) {
        return new MailProperties(
                host, port, "", Secret.of(""), MailProperties.Security.NONE, "Us <us@example.org>", folder);
    }
}
