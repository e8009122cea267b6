package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.test.SharedStack;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who has been here for years, whose messages are more than a service has memory for. So the export arrives only
 * if no service on the way ever holds all of it.
 */
@Order(14)
class LargeExportTests {

    private static final int MESSAGES = 20_000;
    private static final int LONGEST_MESSAGE = 4_000;
    private static final int CALLS = 5_000;
    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void anExportTakesTheSameMemoryHoweverMuchThereIs() throws Exception {
        var stack = SharedStack.withNodes(2);
        try (var woman = Person.woman(CLIENTS, stack.endpoints(1), "Wanda");
                var man = Person.man(CLIENTS, stack.endpoints(2), "Max")) {
            writeMessages(stack, woman, man);
            writeCalls(stack, woman, man);
            var start = System.nanoTime();
            var counts = export(stack, woman);
            System.out.printf(
                    "Export of %d messages and %d calls: %d ms%n",
                    MESSAGES, CALLS, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            assertThat(counts).containsEntry("messages", MESSAGES).containsEntry("history", CALLS);
        }
    }

    private static Map<String, Integer> export(Stack stack, Person person) throws Exception {
        var request = HttpRequest.newBuilder(stack.endpoints(1).http(Service.USER, "/auth/export"))
                .header("Authorization", "Bearer " + person.accessToken())
                .timeout(Duration.ofSeconds(90))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            return lengths(answer.body());
        }
    }

    /** How many entries each list has. */
    private static Map<String, Integer> lengths(InputStream export) {
        var lengths = new HashMap<String, Integer>();
        try (var parser = JsonMapper.shared().createParser(export)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        lengths.merge(name, 1, Integer::sum);
                        parser.skipChildren();
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
        return lengths;
    }

    /** In letters that take two bytes each, also in memory. */
    private static void writeMessages(Stack stack, Person woman, Person man) throws SQLException {
        var room = UUID.randomUUID();
        run(stack, "communication_service", """
                insert into rooms (id, connection_id, interaction_id, opened_at, woman_id, woman_name, man_id, man_name,
                    last_seq, last_message_at)
                  values ('%1$s', gen_random_uuid(), gen_random_uuid(), now(), '%2$s', 'Wanda', '%3$s', 'Max', %4$d, now());
                insert into room_members (room_id, user_id, active_at) values ('%1$s', '%2$s', now()), ('%1$s', '%3$s', now());
                insert into messages (room_id, seq, id, client_message_id, sender_id, body, sent_at)
                  select '%1$s', n, gen_random_uuid(), n::text, '%2$s', repeat('ж', %5$d), now() from generate_series(1, %4$d) n
                """.formatted(
                        room, woman.userId(), man.userId(), MESSAGES, LONGEST_MESSAGE));
    }

    private static void writeCalls(Stack stack, Person woman, Person man) throws SQLException {
        run(stack, "history_service", """
                insert into logged_interactions (interaction_id, user_id, side, peer_id, peer_name, intent, proposed_at,
                    connected_at, started_at, ended_at, duration_seconds, wait_seconds, end_reason, shown_reason, video,
                    video_requested, video_approved, kept)
                  select gen_random_uuid(), '%s', 'female', '%s', 'Max', 'dating', now(), now(), now(), now(), 180, 5,
                    'completed', 'completed', false, false, false, false from generate_series(1, %d)
                """.formatted(woman.userId(), man.userId(), CALLS));
    }

    private static void run(Stack stack, String role, String sql) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://localhost:" + stack.postgresPort() + "/connect");
        source.setUser(role);
        source.setPassword(role);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
