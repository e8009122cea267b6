package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Hints by Redis, after the commit: to the other nodes, that their copy is old; to queuing-service, who is in a call.
 * Each may be lost. The copies find out by themselves within a second, and queuing-service asks before it lets anybody
 * join.
 */
@Component
class MoveHints implements MessageListener, DisposableBean {

    static final String MOVED = "interaction:moved";
    /** How many moves may wait for Redis before hints are dropped. */
    private static final int BACKLOG = 10_000;

    private static final Logger log = LoggerFactory.getLogger(MoveHints.class);

    private final LiveInteractions copies;
    private final LiveMarks marks;
    private final StringRedisTemplate redis;

    /** One thread each, so that of two moves of this node the later is told later; two, so that no node waits for what is only presence. */
    private final ThreadPoolExecutor toNodes = inTurn("move-hints");

    private final ThreadPoolExecutor toQueuing = inTurn("presence-marks");

    MoveHints(LiveInteractions copies, LiveMarks marks, StringRedisTemplate redis) {
        this.copies = copies;
        this.marks = marks;
        this.redis = redis;
    }

    @Order(ListenerOrder.COPIES)
    @EventListener
    void replaceCopy(InteractionMoved moved) {
        copies.put(moved.view());
    }

    @Order(ListenerOrder.HINTS)
    @EventListener
    void tellOthers(InteractionMoved moved) {
        var view = moved.view();
        toNodes.execute(() -> toleratingOutage(view, () -> redis.convertAndSend(MOVED, view.id() + " " + view.step())));
        toQueuing.execute(() -> toleratingOutage(view, () -> {
            var isNews = moved.did(ConsentAction.PROPOSED) || moved.did(ConsentAction.ENDED);
            marks.note(view, view.woman().userId(), isNews);
            marks.note(view, view.man().userId(), isNews);
        }));
    }

    private static ThreadPoolExecutor inTurn(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(BACKLOG),
                Thread.ofVirtual().name(name).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static void toleratingOutage(InteractionView view, Runnable telling) {
        try {
            telling.run();
        } catch (DataAccessException unreachable) {
            log.atWarn()
                    .setCause(unreachable)
                    .addKeyValue("interactionId", view.id())
                    .log("Redis does not answer, so that others learn of a change later");
        }
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        var words = new String(message.getBody(), StandardCharsets.UTF_8).split(" ", 2);
        try {
            copies.forgetBefore(InteractionId.of(words[0]), Integer.parseInt(words[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            log.atWarn().setCause(notOurs).log("A hint on {} is not understood", MOVED);
        }
    }

    @Override
    public void destroy() {
        toNodes.shutdown();
        toQueuing.shutdown();
    }
}
