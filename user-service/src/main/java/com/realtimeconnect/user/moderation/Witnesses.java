package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.identity.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds those whose open reports about a person count. */
@Component
class Witnesses {

    private final JdbcClient jdbc;
    private final HoldRule rule;

    Witnesses(JdbcClient jdbc, HoldRule rule) {
        this.jdbc = jdbc;
        this.rule = rule;
    }

    /** @param since reports from before that were decided upon already, or are too old */
    List<Witness> against(UserId reported, Instant since) {
        return jdbc.sql("""
                        select a.id, array(
                            select distinct l.address from logins l where l.account_id = a.id and l.address is not null
                          ) as addresses
                        from accounts a
                        where a.erased_at is null and a.suspended_at is null and a.held_at is null
                          and exists (
                            select from reports r
                            where r.reporter_id = a.id and r.reported_id = :reported and r.state = 'open'
                              and r.created_at > :since and a.created_at <= r.created_at - make_interval(secs => :age))
                          and not exists (select from reports r where r.reported_id = a.id and r.state = 'upheld')
                          and :falseAlarms > (
                            select count(*) from reports r
                            where r.reporter_id = a.id and r.state = 'dismissed' and r.created_at > :since)
                        """)
                .param("reported", reported.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("age", rule.reporterAge().toSeconds())
                .param("falseAlarms", rule.falseAlarms())
                .query(Witnesses::witness)
                .list();
    }

    private static Witness witness(ResultSet row, int number) throws SQLException {
        Array addresses = row.getArray("addresses");
        return new Witness(
                new UserId(row.getObject("id", UUID.class)),
                Stream.of((String[]) addresses.getArray())
                        .map(Witnesses::network)
                        .collect(Collectors.toSet()));
    }

    /** One household's IPv6 addresses are a /64: the first four groups, if they are written out. */
    private static String network(String address) {
        var groups = address.split(":", -1);
        return groups.length == 8 ? String.join(":", List.of(groups).subList(0, 4)) : address;
    }
}
