package com.realtimeconnect.common.outbox;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Facts that still wait for their delivery, as far as they tell of a person. */
public class PendingFacts {

    /** Stands for the name of somebody who is erased, where a fact must have one. Receivers know such people, and keep no name. */
    public static final String NAMELESS = "-";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PendingFacts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Pending(String name, String instance, OutboxEntry entry, boolean picked, long version) {}

    /**
     * Takes a person's name out of every waiting fact: the field {@code displayName} beside their {@code userId}.
     *
     * @return how many facts had it
     * @throws com.realtimeconnect.common.problem.ProblemException unavailable, while one of them is being delivered: it might
     *     be put back as it was
     */
    @Transactional
    public int forgetName(UserId person) {
        var changed = 0;
        for (var fact : about(person)) {
            var payload = json.readTree(fact.entry().payload());
            if (forgetName(payload, person.toString())) {
                replace(fact, payload);
                changed++;
            }
        }
        return changed;
    }

    /**
     * Deletes every fact of which this text is a value, whatever it was for.
     *
     * @param text without anything that JSON escapes
     * @return how many
     */
    @Transactional
    public int deleteMentioning(String text) {
        // A payload is JSON within JSON, so that its quotes are escaped.
        return jdbc.sql("delete from scheduled_tasks where position(convert_to(:value, 'UTF8') in task_data) > 0")
                .param("value", "\"" + text + "\\\"")
                .update();
    }

    private List<Pending> about(UserId person) {
        return jdbc.sql("""
                        select task_name, task_instance, task_data, picked, version from scheduled_tasks
                        where position(convert_to(:person, 'UTF8') in task_data) > 0""")
                .param("person", person.toString())
                .query((row, number) -> new Pending(
                        row.getString("task_name"),
                        row.getString("task_instance"),
                        json.readValue(row.getBytes("task_data"), OutboxEntry.class),
                        row.getBoolean("picked"),
                        row.getLong("version")))
                .list();
    }

    private static boolean forgetName(JsonNode node, String person) {
        var found = false;
        if (node instanceof ObjectNode object
                && object.path("userId").asString("").equals(person)
                && object.has("displayName")
                && !object.path("displayName").asString("").equals(NAMELESS)) {
            object.put("displayName", NAMELESS);
            found = true;
        }
        for (var child : node) {
            found |= forgetName(child, person);
        }
        return found;
    }

    private void replace(Pending fact, JsonNode payload) {
        var entry = new OutboxEntry(fact.entry().correlationId(), json.writeValueAsString(payload));
        var replaced = fact.picked()
                ? 0
                : jdbc.sql("""
                        update scheduled_tasks set task_data = :data, version = version + 1
                        where task_name = :name and task_instance = :instance and version = :version and not picked""")
                        .param("data", json.writeValueAsString(entry).getBytes(StandardCharsets.UTF_8))
                        .param("name", fact.name())
                        .param("instance", fact.instance())
                        .param("version", fact.version())
                        .update();
        if (replaced == 0) {
            throw Problems.unavailable("A fact about this person is being delivered just now");
        }
    }
}
