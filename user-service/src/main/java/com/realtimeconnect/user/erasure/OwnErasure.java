package com.realtimeconnect.user.erasure;

import com.realtimeconnect.common.idempotency.FirstAnswers;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.privacy.Scrub;
import com.realtimeconnect.user.export.ExportThrottle;
import com.realtimeconnect.user.media.Assets;
import com.realtimeconnect.user.safety.SafetyLimits;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what this service itself holds besides the account: the profile, everything uploaded, whom they kept away, codes
 * sent to them, and every word in reports and suspensions. That there was a report stays, for it counts for somebody else.
 */
@Component
class OwnErasure implements FactHandler<PersonToErase> {

    private static final Scrub TABLES = new Scrub()
            .with("profiles", "delete from profiles where account_id = :person")
            .with("blocks", "delete from blocks where blocker_id = :person or blocked_id = :person")
            .with("email_codes", "delete from email_codes where account_id = :person")
            .with("reports", """
                    update reports set details = null, chat = null,
                      resolution = case when resolution is not null then '' end,
                      interaction = interaction #- '{woman,displayName}' #- '{man,displayName}'
                    where :person in (reporter_id, reported_id)
                      and (details is not null or chat is not null or resolution <> ''
                        or interaction #> '{woman,displayName}' is not null
                        or interaction #> '{man,displayName}' is not null)""")
            .with("suspensions", """
                    update suspensions set reason = 'erased' where account_id = :person and reason <> 'erased'""")
            .with("appeals", """
                    update appeals set text = '', answer = null,
                      state = case state when 'open' then 'moot' else state end, resolved_at = coalesce(resolved_at, now())
                    where account_id = :person and (text <> '' or answer is not null)""");

    private final ErasedTokens tokens;
    private final Assets assets;
    private final FirstAnswers answers;
    private final ExportThrottle exports;
    private final SafetyLimits limits;
    private final ErasureLedger ledger;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OwnErasure(
            ErasedTokens tokens,
            Assets assets,
            FirstAnswers answers,
            ExportThrottle exports,
            SafetyLimits limits,
            ErasureLedger ledger,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.tokens = tokens;
        this.assets = assets;
        this.answers = answers;
        this.exports = exports;
        this.limits = limits;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return Place.USER.handlerName();
    }

    @Override
    public Class<PersonToErase> payloadType() {
        return PersonToErase.class;
    }

    @Override
    public void deliver(PersonToErase erased) {
        tokens.refuse(erased);
        var changed = new LinkedHashMap<String, Integer>(Map.of(
                "logins", erased.logins().size(),
                "s3", assets.removeAll(erased.person()),
                "redis", forgetInRedis(erased.person())));
        changed.putAll(scrub(erased.person()));
        ledger.confirm(PersonHash.of(erased.person()), Place.USER, changed);
    }

    private int forgetInRedis(UserId person) {
        return answers.forget(person) + exports.forget(person) + limits.forget(person);
    }

    private Map<String, Integer> scrub(UserId person) {
        return transaction.execute(status -> TABLES.run(jdbc, person));
    }
}
