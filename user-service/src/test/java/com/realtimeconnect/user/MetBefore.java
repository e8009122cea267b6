package com.realtimeconnect.user;

import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.user.UserApi.Member;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The other services, as far as they know of meetings, and a database that a test may write to. */
public final class MetBefore {

    private static final String INTERACTION = "/internal/interactions/";
    private static final String HISTORY = "/internal/history/interactions/";
    private static final String REPORTS = "/internal/history/reports";

    private final Neighbours neighbours;

    public MetBefore(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Everybody answers, and knows of nothing yet. */
    public void reset() {
        neighbours.reset();
        neighbours.answer(
                "POST",
                "/auth/service-token",
                request -> Reply.ok("{\"accessToken\":\"a\",\"tokenType\":\"Bearer\",\"expiresInSeconds\":600}"));
        neighbours.answer("POST", "/internal/blocks", request -> new Reply(204, ""));
        neighbours.answer("POST", "/internal/standings", request -> new Reply(204, ""));
        neighbours.answer("POST", REPORTS, request -> new Reply(204, ""));
        interactionIsUp();
        chatIsUp();
    }

    public void interactionIsUp() {
        neighbours.answer("GET", INTERACTION, request -> new Reply(404, "{}"));
        neighbours.answer("POST", INTERACTION, request -> new Reply(204, ""));
    }

    /** interaction-service is silent about everything. */
    public void interactionIsDown(UUID... meetings) {
        neighbours.answer("GET", INTERACTION, request -> new Reply(503, "{}"));
        neighbours.answer("POST", INTERACTION, request -> new Reply(503, "{}"));
        for (var meeting : meetings) {
            neighbours.answer("GET", INTERACTION + meeting, request -> new Reply(503, "{}"));
        }
    }

    public void chatIsUp() {
        neighbours.answer("GET", "/internal/excerpts/", request -> Reply.ok("{\"messages\":[{\"body\":\"hello\"}]}"));
    }

    public void chatIsDown() {
        neighbours.answer("GET", "/internal/excerpts/", request -> new Reply(503, "{}"));
    }

    /** @param endedAt null for a call that goes on */
    public UUID met(Member woman, Member man, @Nullable Instant endedAt) {
        var meeting = UUID.randomUUID();
        met(meeting, woman, man, endedAt);
        return meeting;
    }

    public void met(UUID meeting, Member woman, Member man, @Nullable Instant endedAt) {
        var account = """
                {"interactionId":"%s","intent":"casual","woman":{"userId":"%s","displayName":"W"},
                 "man":{"userId":"%s","displayName":"M"},"state":"%s","endedAt":%s,"consentLog":[]}""".formatted(
                        meeting,
                        woman.id(),
                        man.id(),
                        endedAt == null ? "ACTIVE" : "ENDED",
                        endedAt == null ? "null" : "\"" + endedAt + "\"");
        neighbours.answer("GET", INTERACTION + meeting, request -> Reply.ok(account));
    }

    public void logged(UUID meeting, Member woman, Member man, Instant endedAt) {
        var record = """
                {"womanId":"%s","manId":"%s","endedAt":"%s"}""".formatted(woman.id(), man.id(), endedAt);
        neighbours.answer("GET", HISTORY + meeting, request -> Reply.ok(record));
    }

    public void reportsAreTaken(boolean taken) {
        neighbours.answer("POST", REPORTS, request -> new Reply(taken ? 204 : 503, ""));
    }

    /** How often history-service was told that this person reported this meeting. */
    public long reportsTold(UUID meeting, Member by) {
        return neighbours.requests().stream()
                .filter(request -> request.path().equals(REPORTS))
                .filter(request -> request.body().contains(meeting.toString())
                        && request.body().contains(by.id().toString()))
                .count();
    }

    /** How often this call was ended. */
    public long cuts(UUID meeting) {
        return neighbours.requests().stream()
                .filter(request -> request.path().equals(INTERACTION + meeting + "/cut"))
                .count();
    }

    /** Makes this person an admin, who has to log in again. */
    public static Member admin(UserApi api) {
        var member = api.woman();
        sql("update users.accounts set role = 'admin' where id = '" + member.id() + "'");
        var login = api.logIn(member.email(), UserApi.PASSWORD);
        return new Member(member.id(), member.email(), login.text("accessToken"), login.text("refreshToken"));
    }

    /** Makes an account as old as it must be for its word to count. */
    public static Member old(Member member) {
        sql("update users.accounts set created_at = now() - interval '60 days' where id = '" + member.id() + "'");
        return member;
    }

    public static void sql(String statement) {
        try (var connection = LocalServices.shared().dataSource("user_service").getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }
}
