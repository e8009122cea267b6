package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.event.user.InteractionReported;
import com.realtimeconnect.common.outbox.FactCourier;
import com.realtimeconnect.common.outbox.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells history-service of reports that count, for its figures: surely, and in no hurry. Who was reported it need not know. */
@Component
class ReportNews {

    private final Outbox outbox;
    private final FactCourier<InteractionReported> courier;

    ReportNews(Outbox outbox, FactCourier<InteractionReported> courier) {
        this.outbox = outbox;
        this.courier = courier;
    }

    @EventListener
    void write(ReportVerified verified) {
        outbox.publish(courier.name(), new InteractionReported(verified.interactionId(), verified.reporter()));
    }
}
