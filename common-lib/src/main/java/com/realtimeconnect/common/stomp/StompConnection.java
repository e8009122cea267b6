package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.problem.Outages;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket and the protocol spoken over it. Frames are carried out one after the other on the thread that brings them,
 * so a command has taken effect before the next is read; everything that is told goes through the {@link OutboundQueue}.
 */
final class StompConnection implements StompSession {

    static final ProblemType PROTOCOL_VIOLATION =
            new ProblemType("protocol-violation", "This is not what is spoken here", 400);

    private static final Logger log = LoggerFactory.getLogger(StompConnection.class);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final StompEndpoint endpoint;
    private final Transport transport;
    private final String id = Uuids.next().toString();
    private final OutboundQueue out;
    private final StompFrameReader reader = new StompFrameReader(this::onFrame);
    private final Subscriptions subscriptions = new Subscriptions();
    private final TokenBucket frames;
    private final TokenBucket refusals;
    private final long createdAt;

    private volatile @Nullable AuthenticatedUser user;
    private volatile Phase phase = Phase.NEW;
    private volatile boolean wantsHeartbeats;
    private volatile boolean busy;
    private volatile long heardAt;
    private volatile long insideFrameSince;
    private volatile long closingSince;
    private volatile int closeCode;

    StompConnection(StompEndpoint endpoint, Transport transport) {
        this.endpoint = endpoint;
        this.transport = transport;
        var properties = endpoint.properties();
        out = new OutboundQueue(transport, (int) properties.backlog().toBytes(), endpoint::nanoTime);
        frames = new TokenBucket(properties.framesPerSecond(), properties.framesBurst(), endpoint::nanoTime);
        refusals = new TokenBucket(10, properties.refusalsTolerated(), endpoint::nanoTime);
        createdAt = endpoint.nanoTime();
        heardAt = createdAt;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public AuthenticatedUser user() {
        return Objects.requireNonNull(user, "The socket has not logged in");
    }

    @Override
    public boolean isOpen() {
        return phase == Phase.OPEN && closeCode == 0;
    }

    @Override
    public void send(Event event) {
        if (isOpen()) {
            send(endpoint.encoder().encode(event));
        }
    }

    @Override
    public void send(EncodedEvent event) {
        if (isOpen()) {
            subscriptions.deliver(event, this::tell);
            if (subscriptions.heldSize() > endpoint.properties().backlog().toBytes()) {
                closeTooSlow();
            }
        }
    }

    @Override
    public int backlog() {
        return out.waiting();
    }

    @Override
    public void close(CloseCode code) {
        close(code.number(), "");
    }

    void close(int code, String reason) {
        if (beginClosing(code)) {
            out.close(code, reason);
        }
    }

    /** Text from the peer, wherever its frames begin and end. */
    void receive(String text) {
        synchronized (reader) {
            if (closeCode != 0) {
                return;
            }
            busy = true;
            try {
                reader.read(text);
            } catch (ProtocolViolationException violation) {
                fail(violation, null);
            } catch (RuntimeException broken) {
                log.atError().setCause(broken).addKeyValue("session", id).log("A socket is closed after a fault");
                close(CloseCode.SERVER_ERROR);
            } finally {
                var now = endpoint.nanoTime();
                heardAt = now;
                insideFrameSince = reader.isInsideFrame() ? (insideFrameSince == 0 ? now : insideFrameSince) : 0;
                busy = false;
            }
        }
    }

    void receiveBinary() {
        fail(new ProtocolViolationException("Frames are sent as text"), null);
    }

    /** The socket below is gone. */
    void finished(int code) {
        var finalCode = closeCode == 0 ? code : closeCode;
        closeCode = finalCode;
        Phase before;
        synchronized (this) {
            before = phase;
            phase = before == Phase.OPENING ? Phase.GONE_WHILE_OPENING : Phase.GONE;
        }
        endpoint.forget(this);
        if (before == Phase.OPEN) {
            endpoint.closed(this, finalCode);
        }
    }

    /** What has to happen in time, looked at about once a second for all sockets. */
    void tick(long now, Instant wallClock) {
        var properties = endpoint.properties();
        if (closingSince != 0) {
            if (isOver(GOODBYE, closingSince, now)) {
                transport.abort();
                finished(closeCode);
            }
        } else if (phase == Phase.NEW && isOver(properties.connectTimeout(), createdAt, now)) {
            fail(CloseCode.TOKEN, Problems.invalidToken("No CONNECT came in time"), null);
        } else if (!busy && isOver(properties.silence(), heardAt, now)) {
            endpoint.metrics().refused("silent");
            close(CloseCode.NO_HEARTBEAT);
        } else if (insideFrameSince != 0 && isOver(properties.connectTimeout(), insideFrameSince, now)) {
            fail(new ProtocolViolationException("A frame did not come to its end in time"), null);
        } else if (out.backlog().compareTo(properties.backlogTime()) > 0) {
            closeTooSlow();
        } else if (isOpen() && wallClock.isAfter(user().tokenExpiresAt().plus(properties.tokenGrace()))) {
            fail(CloseCode.TOKEN, Problems.invalidToken("The token has run out"), null);
        } else if (wantsHeartbeats && out.silence().plus(StompEndpoint.TICK).compareTo(properties.heartbeat()) >= 0) {
            out.add(StompFrames.HEARTBEAT);
        }
    }

    private static boolean isOver(Duration time, long since, long now) {
        return now - since > time.toNanos();
    }

    private void onFrame(StompFrame frame) {
        insideFrameSince = 0;
        if (closeCode != 0) {
            return;
        }
        var correlationId = CorrelationId.accept(frame.header(CorrelationId.HEADER));
        try (var ignored = CorrelationId.open(correlationId)) {
            carryOut(frame);
        }
    }

    private void carryOut(StompFrame frame) {
        try {
            if (phase == Phase.NEW) {
                connect(frame);
                return;
            }
            requireRate();
            var followUp = endpoint.dispatcher().carryOut(this, frame);
            if (frame.receipt() != null) {
                tell(StompFrames.receipt(frame.receipt()));
            }
            followUp.run();
            if (frame.command().equals("DISCONNECT")) {
                close(1000, "");
            }
        } catch (ProtocolViolationException violation) {
            fail(violation, frame.receipt());
        } catch (ProblemException refusal) {
            refuse(frame, refusal);
        } catch (RuntimeException fault) {
            refuse(frame, explain(fault, frame));
        }
    }

    private static ProblemException explain(RuntimeException fault, StompFrame frame) {
        var outage = Outages.explain(fault);
        (outage == null ? log.atError() : log.atWarn())
                .setCause(fault)
                .addKeyValue("destination", frame.header("destination"))
                .log("A command failed");
        return outage != null ? outage : new ProblemException(Problems.INTERNAL_ERROR, "Please try again");
    }

    private void connect(StompFrame frame) {
        var connect = ConnectFrame.read(frame);
        wantsHeartbeats = connect.wantsHeartbeats();
        try {
            user = endpoint.authenticator().authenticateHeader(connect.authorization());
        } catch (ProblemException refusal) {
            var ours = refusal.type().status() >= 500;
            fail(ours ? CloseCode.SERVER_ERROR : CloseCode.TOKEN, refusal, frame.receipt());
            return;
        }
        open();
    }

    private void open() {
        if (!enter(Phase.NEW, Phase.OPENING)) {
            return;
        }
        ProblemException fault = null;
        try {
            endpoint.opened(this);
        } catch (RuntimeException broken) {
            log.atError().setCause(broken).addKeyValue("session", id).log("A socket could not be opened");
            fault = Problems.unavailable("The socket could not be opened", broken);
        }
        if (!enter(Phase.OPENING, Phase.OPEN)) {
            phase = Phase.GONE;
            endpoint.closed(this, closeCode);
            return;
        }
        if (fault != null) {
            // Its end undoes what was done of it.
            fail(CloseCode.SERVER_ERROR, fault, null);
            return;
        }
        // Told by number because a login may have been ended while this socket was not yet known to anyone.
        if (endpoint.authenticator().isRevoked(user())) {
            close(CloseCode.LOGGED_OUT);
            return;
        }
        tell(StompFrames.connected(
                id, user().id().toString(), endpoint.properties().heartbeat().toMillis()));
    }

    private synchronized boolean enter(Phase from, Phase to) {
        if (phase != from) {
            return false;
        }
        phase = to;
        return true;
    }

    private void requireRate() {
        var wait = frames.tryTake();
        if (wait.isPositive()) {
            throw Problems.tooManyMessages(wait);
        }
    }

    /** Goes on with a newer token of the same person. */
    void refresh(RefreshToken refresh) {
        var next = endpoint.authenticator().authenticate(refresh.accessToken());
        if (!next.id().equals(user().id())) {
            throw Problems.forbidden("This is the token of someone else");
        }
        user = next;
    }

    /** Tells the sender what was refused. The socket stays, unless its sender does nothing but send too much. */
    private void refuse(StompFrame frame, ProblemException refusal) {
        endpoint.metrics().refused(refusal.type().code());
        var problem = endpoint.problem(ofMessages(refusal), frame.header("destination"));
        var destination = Subscriptions.ERRORS;
        subscriptions.forErrors(subscription -> tell(StompFrames.problem(
                subscription.id(), destination, Uuids.next().toString(), frame.receipt(), problem)));
        if (refusal.type().status() == 429 && refusals.tryTake().isPositive()) {
            close(CloseCode.FLOODING);
        }
    }

    /** What is too many requests over REST is too many messages here. */
    private static ProblemException ofMessages(ProblemException refusal) {
        return refusal.type().equals(Problems.TOO_MANY_REQUESTS) && refusal.retryAfter() != null
                ? Problems.tooManyMessages(refusal.retryAfter())
                : refusal;
    }

    private void fail(ProtocolViolationException violation, @Nullable String receipt) {
        fail(CloseCode.PROTOCOL, new ProblemException(PROTOCOL_VIOLATION, violation.detail()), receipt);
    }

    private void fail(CloseCode code, ProblemException refusal, @Nullable String receipt) {
        endpoint.metrics().refused(refusal.type().code());
        tell(StompFrames.error(refusal.detail(), receipt, endpoint.problem(refusal, null)));
        close(code);
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Has a frame sent after all that were told before; a peer that cannot follow is closed. */
    void tell(String frame) {
        if (!out.add(frame)) {
            closeTooSlow();
        }
    }

    private void closeTooSlow() {
        if (beginClosing(CloseCode.TOO_SLOW.number())) {
            endpoint.metrics().dropped(1 + out.closeNow(CloseCode.TOO_SLOW.number(), ""));
        }
    }

    private synchronized boolean beginClosing(int code) {
        if (closeCode != 0) {
            return false;
        }
        closeCode = code;
        closingSince = endpoint.nanoTime();
        return true;
    }

    private enum Phase {
        NEW,
        OPENING,
        OPEN,
        GONE_WHILE_OPENING,
        GONE
    }
}
