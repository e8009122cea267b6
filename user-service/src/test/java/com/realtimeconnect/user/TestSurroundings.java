package com.realtimeconnect.user;

import com.realtimeconnect.test.Neighbours;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What every context under test gets, found by the service's own component scan. */
@Configuration(proxyBeanMethods = false)
public class TestSurroundings {

    private static final Neighbours NEIGHBOURS = Neighbours.start();

    @Bean
    ShiftedClock clock() {
        return new ShiftedClock();
    }

    /** The port is known when the server runs, which is before a test calls. */
    @Bean
    UserApi userApi(Environment environment) {
        return new UserApi(() -> environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** Shared by all contexts, so that none closes it. */
    @Bean(destroyMethod = "")
    Neighbours neighbours() {
        return NEIGHBOURS;
    }

    @Bean
    DynamicPropertyRegistrar addresses() {
        return registry -> properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** Where everything is that this service talks to; a second node is told the same. */
    static Map<String, String> properties() {
        return Map.ofEntries(
                Map.entry("SMTP_HOST", MailServer.HOST),
                Map.entry("SMTP_PORT", Integer.toString(MailServer.shared().port())),
                Map.entry("SMTP_SECURITY", "none"),
                Map.entry("S3_ENDPOINT", S3Process.shared().endpoint()),
                Map.entry("S3_BUCKET", S3Process.BUCKET),
                Map.entry("S3_ACCESS_KEY", S3Process.ACCESS_KEY),
                Map.entry("S3_SECRET_KEY", S3Process.SECRET_KEY),
                Map.entry("ASSET_ACL", "public-read"),
                Map.entry("USER_SERVICE_URL", NEIGHBOURS.url()),
                Map.entry("QUEUING_SERVICE_URL", NEIGHBOURS.url()),
                Map.entry("INTERACTION_SERVICE_URL", NEIGHBOURS.url()),
                Map.entry("HISTORY_SERVICE_URL", NEIGHBOURS.url()),
                Map.entry("COMMUNICATION_SERVICE_URL", NEIGHBOURS.url()));
    }
}
