package com.realtimeconnect.user.emailcode;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.user.account.EmailAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes in PostgreSQL, one for each person and purpose. Each method is one statement, so that nodes need no lock. */
@Component
class CodeLedger {

    private final JdbcClient jdbc;

    CodeLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a new code in place of the one before. */
    void put(CodeGrant code, int tries, Instant expiresAt) {
        jdbc.sql("""
                        insert into users.email_codes (account_id, purpose, code_hash, tries_left, expires_at)
                        values (:account, :purpose, :hash, :tries, :expires)
                        on conflict (account_id, purpose) do update
                        set code_hash = excluded.code_hash, tries_left = excluded.tries_left, expires_at = excluded.expires_at
                        """)
                .param("account", code.owner().value())
                .param("purpose", code.purpose().word())
                .param("hash", code.codeHash())
                .param("tries", tries)
                .param("expires", at(expiresAt))
                .update();
    }

    /** Takes one try of the code for this address, and tells what it would have to match. */
    Optional<CodeGrant> takeTry(EmailAddress email, CodePurpose purpose, Instant now) {
        return jdbc.sql("""
                        update users.email_codes c set tries_left = tries_left - 1 from users.accounts a
                        where a.email = :email and c.account_id = a.id and c.purpose = :purpose
                        and c.tries_left > 0 and c.expires_at > :now
                        returning c.account_id, c.code_hash
                        """)
                .param("email", email.value())
                .param("purpose", purpose.word())
                .param("now", at(now))
                .query((row, number) ->
                        new CodeGrant(new UserId(row.getObject(1, UUID.class)), purpose, row.getString(2)))
                .optional();
    }

    /** The try was not made. */
    void giveTryBack(CodeGrant code) {
        where(jdbc.sql("""
                        update users.email_codes set tries_left = tries_left + 1
                        where account_id = :account and purpose = :purpose and code_hash = :hash
                        """), code).update();
    }

    /** Uses the code up. @return whether it was there to be used, and nobody was quicker */
    boolean use(CodeGrant code) {
        return where(jdbc.sql("""
                                delete from users.email_codes
                                where account_id = :account and purpose = :purpose and code_hash = :hash
                                """), code).update() == 1;
    }

    int deleteExpired(Instant now) {
        return jdbc.sql("delete from users.email_codes where expires_at < :now")
                .param("now", at(now))
                .update();
    }

    private static JdbcClient.StatementSpec where(JdbcClient.StatementSpec statement, CodeGrant code) {
        return statement
                .param("account", code.owner().value())
                .param("purpose", code.purpose().word())
                .param("hash", code.codeHash());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
