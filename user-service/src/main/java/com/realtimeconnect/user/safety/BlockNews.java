package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import com.realtimeconnect.common.outbox.FactCourier;
import com.realtimeconnect.common.outbox.Outbox;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the other services of blocks, each on its own, because the one may be down while the other has a call to end. */
@Component
class BlockNews {

    private final Outbox outbox;
    private final List<FactCourier<UserBlocked>> ofBlocks;
    private final List<FactCourier<UserUnblocked>> ofUnblocks;

    BlockNews(Outbox outbox, List<FactCourier<UserBlocked>> ofBlocks, List<FactCourier<UserUnblocked>> ofUnblocks) {
        this.outbox = outbox;
        this.ofBlocks = List.copyOf(ofBlocks);
        this.ofUnblocks = List.copyOf(ofUnblocks);
    }

    @EventListener
    void write(UserBlocked fact) {
        ofBlocks.forEach(courier -> outbox.publishUrgently(courier.name(), fact));
    }

    @EventListener
    void write(UserUnblocked fact) {
        ofUnblocks.forEach(courier -> outbox.publishUrgently(courier.name(), fact));
    }
}
