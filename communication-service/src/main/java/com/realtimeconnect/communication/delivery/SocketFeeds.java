package com.realtimeconnect.communication.delivery;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.realtime.HintListener;
import com.realtimeconnect.common.realtime.LocalSessions;
import com.realtimeconnect.common.realtime.SessionClosed;
import com.realtimeconnect.common.stomp.StompSession;
import com.realtimeconnect.communication.message.Message;
import com.realtimeconnect.communication.message.Messages;
import com.realtimeconnect.communication.message.RoomProgress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The feeds of this node's sockets. Hears of each message that was committed, on any node, for a person connected here. */
@Component
class SocketFeeds implements HintListener<Message> {

    static final String HINT = "chat-message";

    private static final int MESSAGES_PER_READ = 50;

    private final LocalSessions sessions;
    private final Messages messages;
    private final MessageOutlet outlet;
    private final Map<String, SocketFeed> feeds = new ConcurrentHashMap<>();

    SocketFeeds(LocalSessions sessions, Messages messages, MessageOutlet outlet) {
        this.sessions = sessions;
        this.messages = messages;
        this.outlet = outlet;
    }

    @Override
    public String name() {
        return HINT;
    }

    @Override
    public Class<Message> type() {
        return Message.class;
    }

    @Override
    public void hear(UserId member, Message message) {
        forEach(member, feed -> feed.arrive(message));
    }

    void hear(RoomProgress progress) {
        forEach(progress.member(), feed -> feed.hear(progress.roomId(), progress.lastSeq()));
    }

    void retryAll() {
        feeds.values().forEach(SocketFeed::retry);
    }

    /** The feed of this socket, made when it is first asked for. */
    SocketFeed of(StompSession session) {
        var feed = feeds.computeIfAbsent(
                session.id(),
                id -> new SocketFeed(
                        session,
                        (room, seq) -> messages.after(room, session.user().id(), seq, MESSAGES_PER_READ),
                        outlet));
        if (!session.isOpen()) {
            feeds.remove(session.id()); // its end was told before this
        }
        return feed;
    }

    @EventListener
    void closed(SessionClosed closed) {
        feeds.remove(closed.session().id());
    }

    private void forEach(UserId member, Consumer<SocketFeed> action) {
        sessions.of(member).forEach(session -> action.accept(of(session)));
    }
}
