package com.realtimeconnect.common.privacy;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives services that hold something about people the calls by which user-service collects and erases it. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
        })
public class PrivacyAutoConfiguration {

    @Bean
    @ConditionalOnBean(PersonErasure.class)
    PersonErasureController personErasureController(PersonErasure erasure) {
        return new PersonErasureController(erasure);
    }

    /** For services that have a database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    static class Stored {

        @Bean
        @ConditionalOnBean({JdbcClient.class, PersonErasure.class})
        ErasedPeople erasedPeople(JdbcClient jdbc, Clock clock) {
            return new ErasedPeople(jdbc, clock);
        }

        @Bean
        @ConditionalOnBean({JdbcClient.class, ExportPart.class})
        PersonalRecord personalRecord(
                JdbcClient jdbc, PlatformTransactionManager transactions, List<ExportPart> parts, JsonMapper json) {
            var snapshot = new TransactionTemplate(transactions);
            snapshot.setReadOnly(true);
            snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
            return new PersonalRecord(jdbc, snapshot, parts, json);
        }

        /** user-service calls none of its own. */
        @Bean
        @ConditionalOnBean({PersonErasure.class, PersonalRecord.class})
        PersonalRecordController personalRecordController(PersonalRecord record) {
            return new PersonalRecordController(record);
        }
    }
}
