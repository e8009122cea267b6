package com.realtimeconnect.communication;

import com.realtimeconnect.test.LocalServicesInitializer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A further node of the service in this JVM, on the same PostgreSQL and Redis unless told otherwise. */
public final class ChatNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ChatNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings such as {@code CHAT_RATE_PER_SECOND=0} */
    public static ChatNode start(String... settings) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off"));
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        var context = new SpringApplicationBuilder(CommunicationServiceApplication.class)
                .initializers(new LocalServicesInitializer())
                .run(arguments.toArray(String[]::new));
        return new ChatNode(context);
    }

    public ChatApi api() {
        return new ChatApi(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
