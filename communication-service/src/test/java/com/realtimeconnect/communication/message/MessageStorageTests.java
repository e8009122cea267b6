package com.realtimeconnect.communication.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/** What the tables promise that holds over months: names across partitions, and pages that cost the same anywhere. */
@ChatTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class MessageStorageTests {

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    private final JdbcClient jdbc;
    private final MessageRepository repository;

    @LocalServerPort
    private int port;

    private ChatApi api = new ChatApi(0);

    MessageStorageTests(JdbcClient jdbc, MessageRepository repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    @BeforeEach
    void reach() {
        api = new ChatApi(port);
    }

    @Test
    void makesPartitionsAheadAndLeavesThoseThatExist() {
        var first = LocalDate.of(2031, 11, 30);

        repository.ensurePartitions(first, 3);
        repository.ensurePartitions(first, 4);

        assertThat(jdbc.sql("""
                        select c.relname from pg_class c join pg_inherits i on i.inhrelid = c.oid
                        where i.inhparent = 'messages'::regclass and c.relname ~ '_203[12]_' order by 1
                        """).query(String.class).list())
                .containsExactly("messages_2031_11", "messages_2031_12", "messages_2032_01", "messages_2032_02");
    }

    @Test
    void hasThePartitionsOfTheMonthsToCome() {
        var ahead = jdbc.sql("""
                        select count(*) from generate_series(0, 3) as n
                        where to_regclass('messages_' || to_char((now() at time zone 'UTC') + make_interval(months => n::int), 'YYYY_MM'))
                              is not null
                        """).query(Integer.class).single();

        assertThat(ahead).isEqualTo(4);
    }

    @Test
    void knowsANamedMessageOfAnEarlierMonth() {
        var couple = api.couple();
        var sent = api.send(couple, couple.womanToken(), "c-1", "Hello");
        moveToLastMonth(couple);

        var again = api.send(couple, couple.womanToken(), "c-1", "Hello");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("messageId")).isEqualTo(sent.body().path("messageId"));
        assertThat(api.send(couple, couple.womanToken(), "c-1", "Other").outcome())
                .isEqualTo("409 client-message-id-reused");
        assertThat(api.send(couple, couple.womanToken(), "c-2", "Next")
                        .body()
                        .path("seq")
                        .asLong())
                .isEqualTo(2);
        assertThat(api.history(couple, couple.manToken())).hasSize(2);
    }

    @Test
    void readsADeepPageByIndexAtTheCostOfTheFirst() {
        var couple = api.couple();
        fill(couple, 60_000);
        var room = new RoomId(couple.roomId());

        var newest = explain(couple, "seq < 9223372036854775807 order by seq desc");
        var deep = explain(couple, "seq < 1000 order by seq desc");
        var forward = explain(couple, "seq > 30000 order by seq");

        for (var plan : new String[] {newest, deep, forward}) {
            assertThat(plan).contains("Index Scan").doesNotContain("Seq Scan on messages", "Sort Method");
            assertThat(buffers(plan)).as(plan).isLessThan(120);
        }
        assertThat(repository.find(room, new UserId(couple.woman()), SeqRange.after(59_990), 100))
                .hasSize(10);
        assertThat(repository.findNamed(
                        List.of(new Draft(room, new UserId(couple.woman()), "absent", new MessageBody("Hello")))))
                .isEmpty();
    }

    private String explain(Couple couple, String range) {
        return String.join(
                "\n",
                jdbc.sql("explain (analyze, buffers, costs off, timing off) select * from messages where room_id = '"
                                + couple.roomId()
                                + "' and sent_at >= (select opened_at from rooms where rooms.id = '" + couple.roomId()
                                + "') and " + range + " limit 51")
                        .query(String.class)
                        .list());
    }

    private static int buffers(String plan) {
        var first = BUFFERS.matcher(plan);
        assertThat(first.find()).as(plan).isTrue();
        return number(first.group(1)) + number(first.group(2));
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private void fill(Couple couple, int messages) {
        jdbc.sql("""
                        insert into messages (room_id, seq, id, client_message_id, sender_id, body, sent_at)
                        select :room, n, gen_random_uuid(), n::text, :sender, 'Message ' || n, now() + make_interval(secs => n)
                        from generate_series(1, :messages) as n
                        """)
                .param("room", couple.roomId())
                .param("sender", couple.woman())
                .param("messages", messages)
                .update();
        jdbc.sql(
                        "update rooms set last_seq = :messages, last_message_at = now() + make_interval(secs => :messages) where id = :room")
                .param("messages", messages)
                .param("room", couple.roomId())
                .update();
        jdbc.sql("analyze messages").update();
    }

    private void moveToLastMonth(Couple couple) {
        var back = "sent_at = sent_at - interval '1 month'";
        jdbc.sql("update messages set " + back + " where room_id = :room")
                .param("room", couple.roomId())
                .update();
        jdbc.sql("update message_keys set " + back + " where room_id = :room")
                .param("room", couple.roomId())
                .update();
        jdbc.sql(
                        "update rooms set last_message_at = last_message_at - interval '1 month', opened_at = opened_at - interval '2 months' where id = :room")
                .param("room", couple.roomId())
                .update();
    }
}
