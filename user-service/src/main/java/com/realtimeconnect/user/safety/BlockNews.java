package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.common.problem.ProblemException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.client.RestClientException;

/**
 * Tells the other services of blocks: surely, by the outbox, in the transaction of the block itself; and at once after the
 * commit, each on a thread of its own, because the threads of the outbox may all be waiting for a service that hangs.
 */
@Component
class BlockNews {

    private static final Logger log = LoggerFactory.getLogger(BlockNews.class);

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
        ofBlocks.forEach(courier -> outbox.publish(courier.name(), fact));
    }

    @EventListener
    void write(UserUnblocked fact) {
        ofUnblocks.forEach(courier -> outbox.publish(courier.name(), fact));
    }

    @TransactionalEventListener
    void tellAtOnce(UserBlocked fact) {
        ofBlocks.forEach(courier -> tryOnce(courier, fact));
    }

    @TransactionalEventListener
    void tellAtOnce(UserUnblocked fact) {
        ofUnblocks.forEach(courier -> tryOnce(courier, fact));
    }

    private static <T> void tryOnce(FactCourier<T> courier, T fact) {
        var correlationId = CorrelationId.current();
        Thread.ofVirtual().name(courier.name()).start(() -> {
            try (var ignored = CorrelationId.open(correlationId)) {
                courier.deliver(fact);
            } catch (RestClientException | ProblemException notNow) {
                log.atWarn()
                        .addKeyValue("delivery", courier.name())
                        .addKeyValue("error", notNow.getMessage())
                        .log("A service is told of a block later, by the outbox");
            }
        });
    }
}
