package com.realtimeconnect.common.sample;

import com.realtimeconnect.test.LocalServicesInitializer;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** One running node of the sample service. Nodes of one test JVM share its Redis, as nodes of one service do. */
public final class SampleNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SampleNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a node with these settings, each {@code name=value}. */
    public static SampleNode start(String... settings) {
        var arguments = Stream.concat(Stream.of("server.port=0", "spring.jmx.enabled=false"), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new SampleNode(new SpringApplicationBuilder(SampleApplication.class)
                .initializers(new LocalServicesInitializer())
                .run(arguments));
    }

    public URI endpoint() {
        return StompTestClient.endpoint(port(), "/ws");
    }

    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** A socket of this person, subscribed to events and errors. */
    public StompTestClient connect(UUID userId) {
        return StompTestClient.subscribed(endpoint(), TestTokens.person(userId, "female"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
