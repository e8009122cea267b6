package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Latencies;
import com.realtimeconnect.load.socket.ClientFrames;
import com.realtimeconnect.load.socket.EventTypes;
import com.realtimeconnect.load.socket.Message;
import com.realtimeconnect.load.socket.Peer;
import com.realtimeconnect.load.socket.PeerListener;

/** What the two in a call send each other: offers, answers and candidates. */
final class CallTraffic {

    /** As many candidates of each after an offer as a browser with some networks finds. */
    static final int CANDIDATES_EACH = 20;

    private static final byte[] CODE = EventTypes.octets("\"code\":\"");
    private static final byte[] NEGOTIATION = EventTypes.octets("\"negotiationId\":");
    private static final int CYCLE = 2 + 2 * CANDIDATES_EACH;

    private final LiveCalls.Call call;
    private final Tally tally;
    private final CandidateLane hers;
    private final CandidateLane his;
    private long offered;
    private long heard;
    private long answered;
    private long offerDue;
    private long answerDue;
    private int place;

    CallTraffic(LiveCalls.Call call, Tally tally) {
        this.call = call;
        this.tally = tally;
        hers = new CandidateLane(call.woman().call(), call.id());
        his = new CandidateLane(call.man().call(), call.id());
        call.woman().call().listen(new AtHer());
        call.man().call().listen(new AtHim());
    }

    /** How all calls together fare; for the thread of the swarm. */
    static final class Tally {
        Latencies latencies = new Latencies();
        long sent;
        long arrived;
        /** Those for which the service had no room, and said so. */
        long refused;

        long wrong;
        String firstWrong = "";
        /** Steps that were left out, since the one before was not done yet. */
        long heldBack;

        long onTheirWay() {
            return sent - arrived - refused;
        }

        Counts counts() {
            return new Counts(sent, arrived, refused, wrong, heldBack);
        }

        void wrong(String complaint) {
            wrong++;
            firstWrong = firstWrong.isEmpty() ? complaint : firstWrong;
        }
    }

    /** A tally at one moment. */
    record Counts(long sent, long arrived, long refused, long wrong, long heldBack) {

        Counts since(Counts before) {
            return new Counts(
                    sent - before.sent,
                    arrived - before.arrived,
                    refused - before.refused,
                    wrong - before.wrong,
                    heldBack - before.heldBack);
        }
    }

    /** The next candidate of one of the two. */
    void sendCandidate(boolean fromHer, long due) {
        tally.sent++;
        (fromHer ? hers : his).send(due);
    }

    /** The next step of an endless exchange: an offer, its answer when it has come, his candidates and hers. */
    void negotiateOn(long due) {
        if (place == 0 && onTheirWay() > 0) {
            tally.heldBack++;
            return;
        }
        if (place == 0) {
            offer(due);
        } else if (place > 1 && heard < offered) {
            tally.heldBack++;
            return;
        } else if (place > 1) {
            sendCandidate(place >= 2 + CANDIDATES_EACH, due);
        }
        place = (place + 1) % CYCLE;
    }

    void offer(long due) {
        offered++;
        offerDue = due;
        hers.negotiate(offered);
        tally.sent++;
        call.woman().call().send(ClientFrames.send("/app/call/offer", description(call.id(), offered)));
    }

    private void answer(long due) {
        answerDue = due;
        his.negotiate(heard);
        tally.sent++;
        call.man().call().send(ClientFrames.send("/app/call/answer", description(call.id(), heard)));
    }

    private static String description(String interaction, long negotiation) {
        return "{\"interactionId\":\"" + interaction + "\",\"negotiationId\":" + negotiation + ",\"sdp\":\""
                + VoiceDescription.JSON_TEXT + "\"}";
    }

    boolean isNegotiated() {
        return answered > 0;
    }

    /** Candidates, and the offer or its answer. */
    long onTheirWay() {
        return hers.onTheirWay() + his.onTheirWay() + offered - answered;
    }

    private void candidate(CandidateLane lane, Message message) {
        var complaint = lane.receive(message, tally.latencies);
        if (complaint.isEmpty()) {
            tally.arrived++;
        } else {
            tally.wrong(complaint);
        }
    }

    private void description(Message message, long expected, long due) {
        var number = message.number(NEGOTIATION);
        if (number != expected) {
            tally.wrong("description " + number + " came where " + expected + " was due");
            return;
        }
        tally.arrived++;
        tally.latencies.record(System.nanoTime() - due);
    }

    /** @param candidatesOnly whether it cannot be the answer to a description, without which nothing goes on */
    private void other(Message message, CandidateLane lane, boolean candidatesOnly) {
        if (candidatesOnly && message.isProblem() && message.text(CODE).equals("unavailable")) {
            lane.refuse();
            tally.refused++;
        } else if (message.isProblem() || message.isError()) {
            tally.wrong("refused: " + message);
        }
    }

    private final class AtHer implements PeerListener {

        @Override
        public void message(Peer peer, Message message) {
            if (message.is(EventTypes.ICE_CANDIDATE)) {
                candidate(his, message);
            } else if (message.is(EventTypes.ANSWER)) {
                description(message, answered + 1, answerDue);
                answered++;
            } else {
                other(message, hers, heard == offered);
            }
        }

        @Override
        public void closed(Peer peer, int code) {
            tally.wrong("her socket was closed with " + code);
        }
    }

    private final class AtHim implements PeerListener {

        @Override
        public void message(Peer peer, Message message) {
            if (message.is(EventTypes.ICE_CANDIDATE)) {
                candidate(hers, message);
            } else if (message.is(EventTypes.OFFER)) {
                description(message, heard + 1, offerDue);
                heard++;
                answer(System.nanoTime());
            } else {
                other(message, his, answered == heard);
            }
        }

        @Override
        public void closed(Peer peer, int code) {
            tally.wrong("his socket was closed with " + code);
        }
    }
}
