package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.interaction.iceserver.IceServers;
import com.realtimeconnect.interaction.interaction.InteractionState;
import com.realtimeconnect.interaction.interaction.InteractionView;
import com.realtimeconnect.interaction.interaction.Interactions;
import com.realtimeconnect.interaction.interaction.LiveInteractions;
import com.realtimeconnect.interaction.interaction.VideoState;
import com.realtimeconnect.interaction.negotiation.Negotiations;
import com.realtimeconnect.interaction.negotiation.Negotiations.Exchange;
import com.realtimeconnect.interaction.negotiation.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Passes what a participant said on to the other: read, stripped of what is private, and in order. */
@Component
class SignalingRelay {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final Negotiations negotiations;
    private final CandidateLanes lanes;
    private final Interactions interactions;
    private final LiveInteractions live;
    private final IceServers ice;
    private final UserRelay relay;
    private final JsonMapper json;
    private final Clock clock;

    SignalingRelay(
            Negotiations negotiations,
            CandidateLanes lanes,
            Interactions interactions,
            LiveInteractions live,
            IceServers ice,
            UserRelay relay,
            JsonMapper json,
            Clock clock) {
        this.negotiations = negotiations;
        this.lanes = lanes;
        this.interactions = interactions;
        this.live = live;
        this.ice = ice;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    void offer(InteractionView view, UserId sender, CallDescription offer) {
        var parsed = SessionDescription.parse(offer.sdp());
        var cleared = clear(view, sender, offer, parsed);
        var exchange = exchange(view, sender);
        var first = view.state() == InteractionState.CONNECTING;
        var verdict = negotiations.offer(exchange, offer.negotiationId(), json.writeValueAsString(cleared), first);
        if (pass(exchange, "offer", cleared, verdict) && !parsed.needsVideoConsent() && mustStopByNow(view, sender)) {
            interactions.videoStopOffered(sender, view.id());
        }
    }

    void answer(InteractionView view, UserId sender, CallDescription answer) {
        var parsed = SessionDescription.parse(answer.sdp());
        var cleared = clear(view, sender, answer, parsed);
        var exchange = exchange(view, sender);
        var verdict = negotiations.answer(exchange, answer.negotiationId(), json.writeValueAsString(cleared));
        // One that takes video answers an offer from before the revocation, and stops nothing.
        if (pass(exchange, "answer", cleared, verdict)
                && !parsed.takesVideo()
                && view.video().mustStop()) {
            interactions.videoStopped(sender, view.id());
        }
    }

    /** A revocation that this node's copy does not know yet may be why somebody offers a call without video. */
    private boolean mustStopByNow(InteractionView view, UserId sender) {
        var video = view.video().state() == VideoState.ON
                ? live.requireNewest(view.id(), sender).video()
                : view.video();
        return video.mustStop();
    }

    void candidate(InteractionView view, UserId sender, CallCandidate candidate) {
        if (candidate.isLast()) {
            relay(view, sender, candidate);
            return;
        }
        if (candidate.sdpMid() == null && candidate.sdpMLineIndex() == null) {
            throw new MalformedCandidateException("A candidate names its section by sdpMid or sdpMLineIndex");
        }
        var parsed = IceCandidate.parse(candidate.candidate());
        if (!ice.isRelayOnly()) {
            relay(view, sender, candidate);
        } else if (parsed.isRelay()) {
            relay(view, sender, candidate.with(parsed.withoutRelatedAddress().toString()));
        }
        // Any other says where its sender is. It is dropped without an error, for every browser makes some.
    }

    private void relay(InteractionView view, UserId sender, CallCandidate candidate) {
        var exchange = exchange(view, sender);
        var verdict = lanes.judge(exchange, candidate.negotiationId(), () -> json.writeValueAsString(candidate));
        if (verdict == Verdict.Kind.RELAY) {
            send(exchange, "ice-candidate", candidate);
        } else if (verdict == Verdict.Kind.FULL) {
            throw Problems.tooManyMessages(TRY_AGAIN);
        }
    }

    /** Refuses what consent does not cover, and takes out what privacy does not allow. */
    private CallDescription clear(
            InteractionView view, UserId sender, CallDescription description, SessionDescription parsed) {
        // This node's copy may not know yet that the consent was given, or taken back.
        if (parsed.needsVideoConsent()
                && live.requireNewest(view.id(), sender).video().state() != VideoState.ON) {
            throw SignalingRefusedException.videoNotApproved();
        }
        return ice.isRelayOnly() ? description.with(parsed.withoutAddresses().toString()) : description;
    }

    /** @return whether it went out */
    private boolean pass(Exchange exchange, String type, CallDescription description, Verdict verdict) {
        if (verdict.kind() == Verdict.Kind.STALE) {
            return false;
        }
        if (verdict.kind() != Verdict.Kind.RELAY) {
            throw SignalingRefusedException.of(verdict.kind());
        }
        send(exchange, type, description);
        candidates(verdict.early()).forEach(candidate -> send(exchange, "ice-candidate", candidate));
        return true;
    }

    private List<CallCandidate> candidates(List<String> kept) {
        return kept.stream()
                .map(text -> json.readValue(text, CallCandidate.class))
                .toList();
    }

    private void send(Exchange exchange, String type, Object data) {
        relay.send(exchange.receiver(), Event.of(type, clock.instant(), data));
    }

    private static Exchange exchange(InteractionView view, UserId sender) {
        return new Exchange(view.id(), sender, view.peerOf(sender).userId(), view.roleOf(sender) == Role.FEMALE);
    }
}
