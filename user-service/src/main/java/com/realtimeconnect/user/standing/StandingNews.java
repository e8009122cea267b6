package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.outbox.Outbox;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells everybody of a change of standing: surely, by the outbox, each receiver on its own; and at once after the commit, side
 * by side, so that neither a dead service nor a busy outbox keeps a suspended person in. All of it may come twice.
 */
@Component
class StandingNews {

    private static final Logger log = LoggerFactory.getLogger(StandingNews.class);

    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final SuspensionRevoker revoker;
    private final List<StandingDelivery> deliveries;

    StandingNews(
            Outbox outbox,
            ApplicationEventPublisher events,
            SuspensionRevoker revoker,
            List<StandingDelivery> deliveries) {
        this.outbox = outbox;
        this.events = events;
        this.revoker = revoker;
        this.deliveries = List.copyOf(deliveries);
    }

    /** Writes it down in the transaction that makes it true. */
    void publish(StandingChanged change) {
        outbox.publish(SuspensionRevoker.NAME, change);
        deliveries.forEach(delivery -> outbox.publish(delivery.name(), change));
        events.publishEvent(change);
    }

    /** Tokens die before the request is answered; the other services need not be waited for. */
    @TransactionalEventListener
    void tellAtOnce(StandingChanged change) {
        var correlationId = CorrelationId.current();
        deliveries.forEach(delivery ->
                Thread.ofVirtual().name("standing-news").start(() -> attempt(delivery, change, correlationId)));
        try {
            revoker.deliver(change);
        } catch (DataAccessException down) {
            log.atWarn()
                    .addKeyValue("userId", change.userId())
                    .log("Redis does not answer; a suspended person's tokens stay good for longer");
        }
    }

    private static void attempt(FactHandler<StandingChanged> delivery, StandingChanged change, String correlationId) {
        try (var ignored = CorrelationId.open(correlationId)) {
            delivery.deliver(change);
        } catch (RuntimeException failed) {
            log.atWarn()
                    .addKeyValue("to", delivery.name())
                    .addKeyValue("cause", failed.getMessage())
                    .log("A change of standing is told by the outbox later");
        }
    }
}
