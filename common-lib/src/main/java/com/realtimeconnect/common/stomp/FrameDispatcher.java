package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.stomp.StompRoutes.SendRoute;
import java.util.ArrayList;
import java.util.List;

/** Carries out the frames of a socket that has logged in. Thread-safe; the frames of one socket come one after the other. */
final class FrameDispatcher {

    private static final int LONGEST_ID = 128;

    private final StompEndpoint endpoint;

    FrameDispatcher(StompEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Carries the frame out.
     *
     * @return what is done after its RECEIPT
     * @throws ProtocolViolationException if the socket has to be closed for it
     * @throws ProblemException if it is refused, and the socket stays
     */
    Runnable carryOut(StompConnection socket, StompFrame frame) {
        Runnable followUp = () -> {};
        switch (frame.command()) {
            case "SEND" -> followUp = send(socket, frame);
            case "SUBSCRIBE" -> subscribe(socket, frame);
            case "UNSUBSCRIBE" -> socket.subscriptions().remove(requireHeader(frame, "id"));
            // Events are delivered at most once and `state` is the truth, so there is nothing to acknowledge.
            case "ACK", "NACK" -> requireHeader(frame, "id");
            case "DISCONNECT" -> {}
            default -> throw new ProtocolViolationException("This command is not for here");
        }
        return followUp;
    }

    private Runnable send(StompConnection socket, StompFrame frame) {
        var destination = requireHeader(frame, "destination");
        if (frame.header("transaction") != null) {
            throw new ProtocolViolationException("There are no transactions here");
        }
        var match = endpoint.routes().findSend(destination);
        if (match == null) {
            throw new ProtocolViolationException("There is no such destination to send to");
        }
        if (frame.tooLarge()) {
            throw Problems.tooLarge("A frame has at most " + StompFrameReader.MAX_FRAME + " octets");
        }
        var began = endpoint.nanoTime();
        var followUp = handle(match.route(), new StompCommand(socket, match.variables()), frame.body());
        endpoint.metrics().commandDone(endpoint.nanoTime() - began);
        return followUp;
    }

    private <T> Runnable handle(SendRoute<T> route, StompCommand command, String body) {
        return route.handler().handle(command, endpoint.payloads().read(body, route.payload()));
    }

    private void subscribe(StompConnection socket, StompFrame frame) {
        var subscription = requireHeader(frame, "id");
        var destination = requireHeader(frame, "destination");
        var subscriptions = socket.subscriptions();
        if (subscription.length() > LONGEST_ID || subscriptions.contains(subscription)) {
            throw new ProtocolViolationException("The id of a subscription is short and used once");
        }
        var acknowledgement = frame.header("ack");
        if (acknowledgement != null && !acknowledgement.equals("auto")) {
            throw new ProtocolViolationException("Only ack:auto is offered here");
        }
        var isOwnQueue = destination.equals(Subscriptions.EVENTS) || destination.equals(Subscriptions.ERRORS);
        var match = isOwnQueue ? null : endpoint.routes().findSubscription(destination);
        if (!isOwnQueue && match == null) {
            throw new ProtocolViolationException("There is no such destination to subscribe to");
        }
        if (subscriptions.size() >= endpoint.properties().subscriptionsPerSocket()) {
            throw new ProblemException(Problems.FORBIDDEN, "The socket has as many subscriptions as it may have");
        }
        if (match != null) {
            match.route().onSubscribe(new StompCommand(socket, match.variables()));
        }
        if (destination.equals(Subscriptions.EVENTS)) {
            subscribeToEvents(socket, subscription);
        } else {
            subscriptions.add(subscription, destination);
        }
    }

    private void subscribeToEvents(StompConnection socket, String id) {
        var subscription = socket.subscriptions().addHeld(id, Subscriptions.EVENTS);
        try {
            subscription.release(stateAndReplay(socket), socket::tell);
        } catch (RuntimeException unknown) {
            socket.subscriptions().remove(id);
            throw unknown;
        }
    }

    private List<EncodedEvent> stateAndReplay(StompConnection socket) {
        var source = endpoint.stateSource();
        if (source == null) {
            return List.of();
        }
        var state = Event.of("state", endpoint.clock().instant(), source.stateOf(socket));
        var events = new ArrayList<EncodedEvent>();
        events.add(endpoint.encoder().encode(state));
        source.replay(socket.user())
                .forEach(event -> events.add(endpoint.encoder().encode(event)));
        return events;
    }

    private static String requireHeader(StompFrame frame, String name) {
        var value = frame.header(name);
        if (value == null) {
            throw new ProtocolViolationException(frame.command() + " needs the header " + name);
        }
        return value;
    }
}
