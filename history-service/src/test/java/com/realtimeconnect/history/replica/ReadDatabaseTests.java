package com.realtimeconnect.history.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.test.LocalServices;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

class ReadDatabaseTests {

    private final DataSource primary = LocalServices.shared().dataSource("history_service");
    private final DataSourceProperties properties = new DataSourceProperties();

    ReadDatabaseTests() {
        properties.setUsername("history_service");
        properties.setPassword("history_service");
    }

    private ReadDatabase withReplica(String url) {
        return new ReadDatabase(primary, properties, new ReplicaProperties(url, 2));
    }

    private static String setting(ReadDatabase reads, String name) {
        return reads.jdbc()
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    @Test
    void isThePrimaryIfThereIsNoReplica() {
        for (var none : new String[] {"", "  "}) {
            var reads = withReplica(none);
            assertThat(setting(reads, "transaction_read_only")).isEqualTo("off");
            reads.destroy();
        }
    }

    @Test
    void isTheReplicaIfThereIsOneAndCannotWrite() {
        var reads = withReplica(LocalServices.shared().jdbcUrl() + "?ApplicationName=the-replica");
        try {
            assertThat(setting(reads, "application_name")).isEqualTo("the-replica");
            assertThat(setting(reads, "transaction_read_only")).isEqualTo("on");
            assertThatThrownBy(() ->
                            reads.jdbc().sql("create table written (id int)").update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("read-only");
        } finally {
            reads.destroy();
        }
    }

    @Test
    void startsWithoutItsReplicaAndSaysSoWhenAsked() {
        var reads = withReplica("jdbc:postgresql://localhost:1/connect");
        try {
            assertThatThrownBy(() -> setting(reads, "application_name"))
                    .isInstanceOf(DataAccessResourceFailureException.class);
        } finally {
            reads.destroy();
        }
    }
}
