package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.people.Account;
import com.realtimeconnect.load.socket.ClientFrames;
import com.realtimeconnect.load.socket.EventTypes;
import com.realtimeconnect.load.socket.Message;
import com.realtimeconnect.load.socket.Peer;
import com.realtimeconnect.load.socket.PeerListener;
import java.util.ArrayDeque;

/** Somebody who waits in queues and is matched, with a socket to each of the two services. */
final class Guest implements PeerListener {

    private static final byte[] INTERACTION_ID = EventTypes.octets("\"interactionId\":\"");

    private static final byte[] REASON = EventTypes.octets("\"reason\":\"");
    private static final byte[] CODE = EventTypes.octets("\"code\":\"");
    private static final int REMEMBERED = 8;

    private final Account account;
    private final Peer queue;
    private final Peer call;
    private final GuestBook book;
    private String intent = "";
    private long joinedAt;
    private boolean waiting;
    private String interaction = "";
    private final ArrayDeque<String> heard = new ArrayDeque<>();

    Guest(Peer queue, Peer call, GuestBook book) {
        this.account = call.account();
        this.queue = queue;
        this.call = call;
        this.book = book;
        queue.listen(this);
        call.listen(this);
    }

    Account account() {
        return account;
    }

    Peer call() {
        return call;
    }

    Peer queue() {
        return queue;
    }

    /** What this person waits for, or last waited for. */
    String intent() {
        return intent;
    }

    /** When this person should have joined. */
    long joinedAt() {
        return joinedAt;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** The one this person is in; empty outside of any. */
    String interaction() {
        return interaction;
    }

    void join(String what, long due) {
        intent = what;
        joinedAt = due;
        waiting = true;
        queue.send(ClientFrames.send("/app/queue/join", "{\"intent\":\"" + what + "\"}"));
    }

    void leave() {
        waiting = false;
        queue.send(ClientFrames.send("/app/queue/leave", "{}"));
    }

    /** The join came to nothing. */
    void gaveUp() {
        waiting = false;
    }

    void mediaConnected() {
        call.send(ClientFrames.send("/app/call/media-connected", "{\"interactionId\":\"" + interaction + "\"}"));
    }

    void hangUp() {
        call.send(ClientFrames.send("/app/call/end", "{\"interactionId\":\"" + interaction + "\"}"));
    }

    /** What this person waits for, and what was heard last, for whoever has to find out what went wrong. */
    String story() {
        return account.name() + " (" + intent + ", heard " + String.join(", ", heard) + ")";
    }

    private void remember(Message message) {
        if (heard.size() == REMEMBERED) {
            heard.remove();
        }
        heard.add(message.type() + message.text(REASON) + message.text(CODE));
    }

    @Override
    public void message(Peer peer, Message message) {
        remember(message);
        if (message.is(EventTypes.FOUND_MATCH)) {
            var id = message.text(INTERACTION_ID);
            if (!waiting || !interaction.isEmpty()) {
                book.broken(account.name() + " was matched again, in " + id + ", while in " + interaction);
            }
            waiting = false;
            interaction = id;
            book.found(this);
        } else if (message.is(EventTypes.CALL_STARTED)) {
            book.started(this);
        } else if (message.is(EventTypes.CALL_ENDED)) {
            var id = message.text(INTERACTION_ID);
            if (id.equals(interaction)) {
                interaction = "";
                book.ended(this);
            }
        } else if (message.isProblem() || message.isError()) {
            book.refused(this, message.toString());
        }
    }

    @Override
    public void closed(Peer peer, int code) {
        book.closed(this, code);
    }
}
