package com.realtimeconnect.history.replica;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads that may be a moment behind: the log's pages and the analytics. With {@code DB_REPLICA_URL} they go to the
 * replica, on connections that cannot write; without it, to the primary. Whoever decides something on what was read, or
 * reads what the same person just wrote, asks the primary instead.
 */
@Component
public class ReadDatabase implements DisposableBean {

    private static final int QUERY_TIMEOUT_SECONDS = 10;
    private static final long CONNECTION_TIMEOUT_MILLIS = 3_000;

    private final @Nullable HikariDataSource replica;
    private final JdbcClient jdbc;

    ReadDatabase(DataSource primary, DataSourceProperties primaryProperties, ReplicaProperties properties) {
        replica = properties.isConfigured() ? open(primaryProperties, properties) : null;
        var template = new JdbcTemplate(replica != null ? replica : primary);
        template.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
        jdbc = JdbcClient.create(template);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void destroy() {
        if (replica != null) {
            replica.close();
        }
    }

    /** Opens no connection yet: a replica that is down must not keep the service from starting. */
    private static HikariDataSource open(DataSourceProperties primary, ReplicaProperties properties) {
        var dataSource = new HikariDataSource();
        dataSource.setPoolName("replica");
        dataSource.setJdbcUrl(Objects.requireNonNull(properties.url()));
        dataSource.setUsername(primary.determineUsername());
        dataSource.setPassword(primary.determinePassword());
        dataSource.setReadOnly(true);
        // Also for single statements, which the driver would else send as they are.
        dataSource.addDataSourceProperty("readOnlyMode", "always");
        dataSource.addDataSourceProperty("logServerErrorDetail", "false");
        dataSource.setMaximumPoolSize(properties.poolSize());
        dataSource.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        return dataSource;
    }
}
