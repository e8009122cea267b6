package com.realtimeconnect.interaction.stage;

import com.realtimeconnect.interaction.InteractionServiceApplication;
import com.realtimeconnect.test.LocalServicesInitializer;
import com.realtimeconnect.test.StompTestClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** One running node of the service. */
public final class Node implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a node with these settings, each {@code name=value}. */
    public static Node start(String... settings) {
        var url = Stage.neighbours().url();
        var arguments = Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "spring.jmx.enabled=false",
                                "connect.stomp.drain-spread=0s",
                                "connect.services.user=" + url,
                                "connect.services.queuing=" + url,
                                "connect.services.history=" + url,
                                "connect.services.communication=" + url),
                        Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new Node(new SpringApplicationBuilder(InteractionServiceApplication.class)
                .initializers(new LocalServicesInitializer())
                .run(arguments));
    }

    public URI endpoint() {
        return StompTestClient.endpoint(port(), "/ws");
    }

    public ApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Answer get(String token, String path) {
        return exchange(request(token, path).GET().build());
    }

    public Answer post(String token, String path, Object body) {
        return exchange(request(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body instanceof String text ? text : Stage.JSON.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer exchange(HttpRequest request) {
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), Stage.JSON.readTree(response.body()));
        } catch (java.io.IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** What a REST call came to. */
    public record Answer(int status, JsonNode body) {

        public String code() {
            return body.path("code").asString("");
        }
    }
}
