package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.outbox.FactCourier;
import com.realtimeconnect.common.outbox.Outbox;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells everybody of a change of standing, each receiver on its own: no dead service keeps a suspended person in. */
@Component
class StandingNews {

    private static final Logger log = LoggerFactory.getLogger(StandingNews.class);

    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final SuspensionRevoker revoker;
    private final List<FactCourier<StandingChanged>> couriers;

    StandingNews(
            Outbox outbox,
            ApplicationEventPublisher events,
            SuspensionRevoker revoker,
            List<FactCourier<StandingChanged>> couriers) {
        this.outbox = outbox;
        this.events = events;
        this.revoker = revoker;
        this.couriers = List.copyOf(couriers);
    }

    /** Writes it down in the transaction that makes it true. */
    void publish(StandingChanged change) {
        outbox.publish(SuspensionRevoker.NAME, change);
        couriers.forEach(courier -> outbox.publishUrgently(courier.name(), change));
        events.publishEvent(change);
    }

    /** Tokens die before the request is answered; the other services need not be waited for. */
    @TransactionalEventListener
    void revokeAtOnce(StandingChanged change) {
        try {
            revoker.deliver(change);
        } catch (DataAccessException down) {
            log.atWarn()
                    .addKeyValue("userId", change.userId())
                    .log("Redis does not answer; a suspended person's tokens stay good for longer");
        }
    }
}
