package com.realtimeconnect.queuing;

import com.realtimeconnect.common.realtime.LocalSessions;
import com.realtimeconnect.queuing.presence.UserGone;
import com.realtimeconnect.test.LocalServicesInitializer;
import com.realtimeconnect.test.StompTestClient;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.Ordered;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One node of the service, as many as a test wants on the one Redis. */
public final class QueuingNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final RestTestClient rest;
    private final Absences absences = new Absences();

    private QueuingNode(ConfigurableApplicationContext context) {
        this.context = context;
        rest = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port())
                .build();
        context.addApplicationListener(absences);
    }

    /** @param properties further settings, {@code name=value} */
    public static QueuingNode start(Neighbourhood neighbours, String... properties) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "server.port", "0",
                "USER_SERVICE_URL", neighbours.url(),
                "INTERACTION_SERVICE_URL", neighbours.url(),
                "HISTORY_SERVICE_URL", neighbours.url(),
                "connect.stomp.drain-spread", "0s"));
        List.of(properties).forEach(property -> {
            var parts = property.split("=", 2);
            settings.put(parts[0], parts[1]);
        });
        return new QueuingNode(new SpringApplicationBuilder(QueuingServiceApplication.class)
                .initializers(new LocalServicesInitializer())
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new)));
    }

    public int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    public URI endpoint() {
        return StompTestClient.endpoint(port(), "/ws");
    }

    public RestTestClient rest() {
        return rest;
    }

    public StringRedisTemplate redis() {
        return bean(StringRedisTemplate.class);
    }

    public ApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether nobody has a socket here. */
    public boolean isDeserted() {
        return bean(LocalSessions.class).all().isEmpty();
    }

    /** Since when each person who dropped was set aside: after this moment nobody may be matched with them. */
    public Map<UUID, Instant> absences() {
        return absences.since;
    }

    /** Stops as a deploy does. */
    @Override
    public void close() {
        context.close();
    }

    /** Hears of everyone who is gone, after the service has dealt with it. */
    private static final class Absences implements ApplicationListener<PayloadApplicationEvent<UserGone>>, Ordered {

        private final Map<UUID, Instant> since = new ConcurrentHashMap<>();

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<UserGone> event) {
            since.put(event.getPayload().userId().value(), Instant.now());
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
