package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of blocks. A block that is not in force has none. */
@Repository
class BlockRepository {

    private final JdbcClient jdbc;

    BlockRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Since when it is in force, and whether it was not before. */
    record Inserted(Instant since, boolean isNew) {}

    /** Adds the block or finds the one there is; either way nobody else decides about the two until the transaction ends. */
    Inserted insert(UserId by, UserId whom, Instant now) {
        // xmax is 0 in a row that was inserted and not 0 in one that was there.
        return jdbc.sql("""
                        insert into users.blocks as known (blocker_id, blocked_id, since) values (:by, :whom, :now)
                        on conflict (blocker_id, blocked_id) do update set since = known.since
                        returning since, xmax = 0 as is_new
                        """)
                .param("by", by.value())
                .param("whom", whom.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Inserted(since(row), row.getBoolean("is_new")))
                .single();
    }

    /** Removes the block, and tells whether there was one. */
    boolean delete(UserId by, UserId whom) {
        return jdbc.sql("delete from users.blocks where blocker_id = :by and blocked_id = :whom")
                        .param("by", by.value())
                        .param("whom", whom.value())
                        .update()
                > 0;
    }

    boolean exists(UserId by, UserId whom) {
        return jdbc.sql("select exists (select from users.blocks where blocker_id = :by and blocked_id = :whom)")
                .param("by", by.value())
                .param("whom", whom.value())
                .query(Boolean.class)
                .single();
    }

    /** How many this person made, or {@code most} if it is more. */
    int countUpTo(int most, UserId by) {
        return jdbc.sql("select count(*) from (select from users.blocks where blocker_id = :by limit :most) made")
                .param("by", by.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** The number of a decision; asked for once the row of the two is locked. */
    long nextStep() {
        return jdbc.sql("select nextval('users.block_steps')").query(Long.class).single();
    }

    List<Block> findNewest(UserId by, @Nullable Cursor after, int limit) {
        var beyond = "";
        var values = new HashMap<String, Object>(Map.of("by", by.value(), "limit", limit));
        if (after != null) {
            beyond = "and (since, blocked_id) < (:afterTime, :afterPerson)";
            values.put("afterTime", Timestamp.from(after.instant(0)));
            values.put("afterPerson", after.uuid(1));
        }
        return jdbc.sql("""
                        select blocked_id, display_name, since
                        from users.blocks join users.accounts on accounts.id = blocked_id
                        where blocker_id = :by %s
                        order by since desc, blocked_id desc limit :limit
                        """.formatted(beyond))
                .params(values)
                .query((row, number) -> new Block(
                        new UserId(row.getObject("blocked_id", UUID.class)), row.getString("display_name"), since(row)))
                .list();
    }

    Map<UserId, Set<UserId>> findAround(Collection<UserId> people) {
        var around = new HashMap<UserId, Set<UserId>>();
        jdbc.sql("""
                        select blocker_id, blocked_id from users.blocks where blocker_id = any(:people)
                        union all select blocked_id, blocker_id from users.blocks where blocked_id = any(:people)
                        """)
                .param("people", people.stream().map(UserId::value).toArray(UUID[]::new))
                .query(row -> {
                    around.computeIfAbsent(user(row, 1), person -> new HashSet<>())
                            .add(user(row, 2));
                });
        return around;
    }

    private static UserId user(ResultSet row, int column) throws SQLException {
        return new UserId(row.getObject(column, UUID.class));
    }

    private static Instant since(ResultSet row) throws SQLException {
        return row.getObject("since", OffsetDateTime.class).toInstant();
    }
}
