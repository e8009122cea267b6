package com.realtimeconnect.communication.delivery;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.stomp.StateSource;
import com.realtimeconnect.common.stomp.StompSession;
import com.realtimeconnect.communication.inbox.Inbox;
import com.realtimeconnect.communication.inbox.InboxSummary;
import com.realtimeconnect.communication.room.Room;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Where a socket begins: what the event {@code state} tells of a room is known to the client, and what comes later is
 * given to it. The messages of rooms that have a past wait a moment, so that a client that was away can resume before
 * newer ones come in between.
 */
@Component
class LiveState implements StateSource {

    private final Inbox inbox;
    private final SocketFeeds feeds;
    private final boolean graceIsGiven;
    private final Executor afterGrace;

    LiveState(Inbox inbox, SocketFeeds feeds, DeliveryProperties properties) {
        this.inbox = inbox;
        this.feeds = feeds;
        graceIsGiven = properties.resumeGrace().isPositive();
        afterGrace =
                delayedExecutor(properties.resumeGrace().toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    }

    @Override
    public InboxSummary stateOf(AuthenticatedUser user) {
        return inbox.summary(user.id());
    }

    @Override
    public InboxSummary stateOf(StompSession session) {
        var feed = feeds.of(session);
        var summary = stateOf(session.user());
        feed.begin(summary, graceIsGiven);
        afterGrace.execute(feed::release);
        return summary;
    }

    /** The socket also wants the feed of this room. */
    void follow(StompSession session, Room room) {
        var feed = feeds.of(session);
        feed.begin(room.id(), room.lastSeq(), graceIsGiven);
        afterGrace.execute(feed::release);
    }
}
