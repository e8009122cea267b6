package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Latencies;
import com.realtimeconnect.load.socket.ClientFrames;
import com.realtimeconnect.load.socket.EventTypes;
import com.realtimeconnect.load.socket.Message;
import com.realtimeconnect.load.socket.Peer;
import com.realtimeconnect.load.socket.PeerListener;

/** Two people who write to each other. Each message is numbered by its sender and by the server. */
final class ChatRoom {

    private static final int REMEMBERED = 1 << 12;
    private static final byte[] SEQ = EventTypes.octets("\"seq\":");
    private static final byte[] CLIENT_MESSAGE_ID = EventTypes.octets("\"clientMessageId\":\"m");
    private static final byte[] SENDER = EventTypes.octets("\"senderId\":\"");
    private static final byte[] RECEIPT = EventTypes.octets("receipt-id:");
    private static final String TEXT = "Shall we talk again tomorrow, at the same time? I would like that very much.";

    private final String id;
    private final Tally tally;
    private final Side her;
    private final Side his;

    ChatRoom(String id, Peer her, Peer his, Tally tally) {
        this.id = id;
        this.tally = tally;
        this.her = new Side(her);
        this.his = new Side(his);
    }

    /** How all rooms together fare; for the thread of the swarm. */
    static final class Tally {
        Latencies receipts = new Latencies();
        Latencies deliveries = new Latencies();
        long sent;
        long confirmed;
        long delivered;
        long refused;
        String lastRefusal = "";
        long wrong;
        String firstWrong = "";

        void wrong(String complaint) {
            wrong++;
            firstWrong = firstWrong.isEmpty() ? complaint : firstWrong;
        }
    }

    void write(boolean fromHer, long due) {
        tally.sent++;
        (fromHer ? her : his).write(due);
    }

    String id() {
        return id;
    }

    private final class Side implements PeerListener {

        private final Peer peer;
        private final long[] due = new long[REMEMBERED];
        private long sent;
        private long seen;

        Side(Peer peer) {
            this.peer = peer;
            peer.listen(this);
        }

        void write(long dueAt) {
            due[(int) (sent % REMEMBERED)] = dueAt;
            var body = "{\"clientMessageId\":\"m" + sent + "\",\"body\":\"" + TEXT + "\"}";
            peer.send(ClientFrames.send("/app/rooms/" + id + "/send", Long.toString(sent), body));
            sent++;
        }

        @Override
        public void message(Peer from, Message message) {
            if (message.isReceipt()) {
                tally.confirmed++;
                tally.receipts.record(System.nanoTime() - due[(int) (message.headNumber(RECEIPT) % REMEMBERED)]);
            } else if (message.is(EventTypes.MESSAGE)) {
                see(message);
            } else if (message.isProblem()) {
                tally.refused++;
                tally.lastRefusal = message.toString();
            } else if (message.isError()) {
                tally.wrong("the server hung up: " + message);
            }
        }

        /** Both see all messages of the room, one after the other. */
        private void see(Message message) {
            var seq = message.number(SEQ);
            if (seq != seen + 1) {
                tally.wrong("message " + seq + " of a room came after " + seen);
            }
            seen = Math.max(seen, seq);
            if (message.text(SENDER).equals(peer.account().id().toString())) {
                return;
            }
            var other = this == her ? his : her;
            var number = message.number(CLIENT_MESSAGE_ID);
            tally.delivered++;
            tally.deliveries.record(System.nanoTime() - other.due[(int) (number % REMEMBERED)]);
        }

        @Override
        public void closed(Peer gone, int code) {
            tally.wrong("a socket was closed with " + code);
        }
    }
}
