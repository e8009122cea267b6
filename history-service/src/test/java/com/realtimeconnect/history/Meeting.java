package com.realtimeconnect.history;

import com.realtimeconnect.common.identity.Uuids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two people met, usually for a whole call of three minutes. Tells it to the service as the interaction service does. */
public final class Meeting {

    private final Map<String, @Nullable Object> ended = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> formed = new LinkedHashMap<>();

    private Meeting() {}

    public static Meeting of(TestPerson woman, TestPerson man) {
        var meeting = new Meeting();
        meeting.ended.put("interactionId", Uuids.next().toString());
        meeting.ended.put("intent", "casual");
        meeting.ended.put("woman", participant(woman));
        meeting.ended.put("man", participant(man));
        meeting.at(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        meeting.ended.put("durationSeconds", 180);
        meeting.ended.put("endReason", "completed");
        meeting.ended.put("endedBy", null);
        meeting.ended.put("video", false);
        meeting.ended.put("videoRequested", false);
        meeting.ended.put("videoApproved", false);
        meeting.ended.put("womanWaitSeconds", 4);
        meeting.ended.put("manWaitSeconds", 40);
        meeting.ended.put("reported", false);
        meeting.formed.put("connectionId", Uuids.next().toString());
        meeting.formed.put("roomId", Uuids.next().toString());
        meeting.formed.put("interactionId", meeting.id());
        meeting.formed.put("woman", participant(woman));
        meeting.formed.put("man", participant(man));
        return meeting;
    }

    private static Map<String, Object> participant(TestPerson person) {
        return Map.of("userId", person.id().toString(), "displayName", person.name());
    }

    /** Ended then, after its three minutes. */
    public Meeting at(Instant end) {
        ended.put("proposedAt", end.minusSeconds(190).toString());
        ended.put("connectedAt", end.minusSeconds(185).toString());
        ended.put("startedAt", end.minusSeconds(180).toString());
        ended.put("endedAt", end.toString());
        formed.put("since", end.toString());
        return this;
    }

    /** Nobody ever heard anybody. */
    public Meeting neverConnected(String endReason) {
        return with("connectedAt", null)
                .with("startedAt", null)
                .with("durationSeconds", 0)
                .with("endReason", endReason);
    }

    public Meeting with(String field, @Nullable Object value) {
        ended.put(field, value);
        return this;
    }

    public Meeting without(String field) {
        ended.remove(field);
        return this;
    }

    public Meeting withConnection(String field, @Nullable Object value) {
        formed.put(field, value);
        return this;
    }

    public Map<String, @Nullable Object> ended() {
        return ended;
    }

    public Map<String, @Nullable Object> connectionFormed() {
        return formed;
    }

    public String id() {
        return String.valueOf(ended.get("interactionId"));
    }

    public String endedAt() {
        return String.valueOf(ended.get("endedAt"));
    }

    public String connectionId() {
        return String.valueOf(formed.get("connectionId"));
    }

    public String roomId() {
        return String.valueOf(formed.get("roomId"));
    }

    public UUID uuid() {
        return UUID.fromString(id());
    }
}
