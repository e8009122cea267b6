package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.stomp.StompCommand;
import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import com.realtimeconnect.common.stomp.StompRoutes;
import com.realtimeconnect.interaction.interaction.Interactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The commands of a call over STOMP. */
@Component
class SignalingRoutes implements StompRouteRegistrar {

    private final SignalingGate gate;
    private final SignalingRelay relay;
    private final Interactions interactions;
    private final MeterRegistry meters;
    private final Timer relayTime;

    SignalingRoutes(SignalingGate gate, SignalingRelay relay, Interactions interactions, MeterRegistry meters) {
        this.gate = gate;
        this.relay = relay;
        this.interactions = interactions;
        this.meters = meters;
        this.relayTime = Timer.builder("connect.signaling.relay")
                .description("From a command's arrival to its event's departure")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void register(StompRoutes routes) {
        routes.send("/app/call/offer", "An SDP offer for the other", CallDescription.class, this::offer)
                .send("/app/call/answer", "The SDP answer to the other's offer", CallDescription.class, this::answer)
                .send("/app/call/ice-candidate", "An ICE candidate for the other", CallCandidate.class, this::candidate)
                .send(
                        "/app/call/media-connected",
                        "My media are connected; the call starts when both said so",
                        CallCommand.class,
                        this::mediaConnected)
                .send("/app/call/end", "Hangs up", CallCommand.class, this::end)
                .tells("offer", "The other's SDP offer", CallDescription.class)
                .tells("answer", "The other's SDP answer", CallDescription.class)
                .tells("ice-candidate", "An ICE candidate of the other", CallCandidate.class);
    }

    private void offer(StompCommand command, CallDescription offer) {
        timed(() -> {
            var view = gate.admit(command.session(), offer.interactionId(), offer.sdp());
            relay.offer(view, command.user().id(), offer);
        });
    }

    private void answer(StompCommand command, CallDescription answer) {
        timed(() -> {
            var view = gate.admit(command.session(), answer.interactionId(), answer.sdp());
            relay.answer(view, command.user().id(), answer);
        });
    }

    private void candidate(StompCommand command, CallCandidate candidate) {
        timed(() -> {
            var view = gate.admit(command.session(), candidate.interactionId(), candidate.candidate());
            relay.candidate(view, command.user().id(), candidate);
        });
    }

    private void mediaConnected(StompCommand command, CallCommand call) {
        interactions.mediaConnected(command.user().id(), call.interactionId());
    }

    private void end(StompCommand command, CallCommand call) {
        interactions.end(command.user().id(), call.interactionId());
    }

    private void timed(Runnable relaying) {
        var start = System.nanoTime();
        try {
            relaying.run();
            relayTime.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        } catch (ProblemException refused) {
            meters.counter("connect.signaling.refused", "reason", refused.type().code())
                    .increment();
            throw refused;
        }
    }
}
