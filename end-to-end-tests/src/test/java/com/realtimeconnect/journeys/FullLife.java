package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A couple who did everything once, with words and names that nobody else has. */
final class FullLife implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Person woman;
    private final Person man;
    private final String photo;
    private final Couple couple;
    private final Meeting meeting;
    private final String room;

    private FullLife(Clients clients, Endpoints hers, Endpoints his) {
        woman = Person.woman(clients, hers, "Zuleika-" + mark);
        man = Person.man(clients, his, "Balthasar-" + mark);
        describe(woman);
        describe(man);
        photo = upload(woman, hers);
        upload(man, his);
        woman.logInAgain();
        man.logInAgain();
        couple = new Couple(woman, man);
        couple.both().forEach(Meeting::comeOnline);
        var call = couple.talk("friendship");
        meeting = call.meeting();
        Journeys.endAndAwait(couple, call);
        couple.both().forEach(this::giveFeedback);
        couple.both().forEach(this::report);
        try (var stranger = Person.register(clients, hers, "Stranger", "male")) {
            woman.post(Service.USER, "/safety/blocks", Map.of("userId", stranger.userId()))
                    .orThrow("block");
        }
        room = meeting.bothKeep();
        meeting.chat(room, List.of(said(woman), said(man), "And " + said(woman)));
        meeting.isLoggedOnce();
    }

    static FullLife of(Clients clients, Endpoints hers, Endpoints his) {
        return new FullLife(clients, hers, his);
    }

    Person woman() {
        return woman;
    }

    Person man() {
        return man;
    }

    Meeting meeting() {
        return meeting;
    }

    String room() {
        return room;
    }

    /** Where her photo was to be seen. */
    String photo() {
        return photo;
    }

    /** What is known of this one and of nobody else. */
    List<String> textsOf(Person person) {
        return List.of(
                person.name(),
                person.email(),
                "biography of " + person.name(),
                said(person),
                tag(person),
                "reported by " + person.name());
    }

    private static String said(Person person) {
        return "said by " + person.name();
    }

    private static String tag(Person person) {
        return "tag-" + person.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void describe(Person person) {
        var profile = Map.of(
                "displayName",
                person.name(),
                "bio",
                "The biography of " + person.name(),
                "interests",
                List.of("interest of " + person.name()),
                "languages",
                List.of("en"),
                "version",
                0);
        person.put(Service.USER, "/profile", profile).orThrow("profile");
    }

    private void report(Person person) {
        person.post(
                        Service.USER,
                        "/safety/reports",
                        Map.of(
                                "interactionId",
                                meeting.interactionId(),
                                "reason",
                                "other",
                                "details",
                                "reported by " + person.name()))
                .orThrow("report");
    }

    private void giveFeedback(Person person) {
        person.post(
                        Service.INTERACTION,
                        "/api/interactions/feedback",
                        Map.of("interactionId", meeting.interactionId(), "rating", 4, "tags", List.of(tag(person))))
                .orThrow("feedback");
    }

    /** Returns its address, which is good without a token. */
    private static String upload(Person person, Endpoints endpoints) {
        var boundary = "boundary-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"me.png\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(picture());
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        var request = HttpRequest.newBuilder(endpoints.http(Service.USER, "/profile/upload"))
                .header("Authorization", "Bearer " + person.accessToken())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        var answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(201);
        return person.get(Service.USER, "/profile/assets")
                .orThrow("assets")
                .path("items")
                .path(0)
                .path("url")
                .asString("");
    }

    private static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** How the store of photos answers for hers. */
    int photoStatus() {
        return send(HttpRequest.newBuilder(URI.create(photo)).build()).statusCode();
    }

    private static HttpResponse<Void> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        couple.close();
    }
}
