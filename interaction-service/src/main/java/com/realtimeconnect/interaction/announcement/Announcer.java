package com.realtimeconnect.interaction.announcement;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import com.realtimeconnect.common.stomp.StompRoutes;
import com.realtimeconnect.interaction.announcement.CallEvents.CallConnecting;
import com.realtimeconnect.interaction.announcement.CallEvents.CallEnded;
import com.realtimeconnect.interaction.announcement.CallEvents.CallExtended;
import com.realtimeconnect.interaction.announcement.CallEvents.CallStarted;
import com.realtimeconnect.interaction.announcement.CallEvents.PeerReconnecting;
import com.realtimeconnect.interaction.announcement.CallEvents.VideoChanged;
import com.realtimeconnect.interaction.interaction.ConsentEntry;
import com.realtimeconnect.interaction.interaction.InteractionMoved;
import com.realtimeconnect.interaction.interaction.InteractionView;
import com.realtimeconnect.interaction.interaction.ListenerOrder;
import com.realtimeconnect.interaction.interaction.StatusReport;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells the two what happened. What one of them must not learn is not told: a single yes to more time or to keeping, and
 * to him, that it was she who declined.
 */
@Component
class Announcer implements StompRouteRegistrar {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private final UserRelay relay;
    private final StatusReport report;
    private final Clock clock;

    Announcer(UserRelay relay, StatusReport report, Clock clock) {
        this.relay = relay;
        this.report = report;
        this.clock = clock;
    }

    @Override
    public void register(StompRoutes routes) {
        routes.tells("state", "The first event of a subscription: the call I am in, if any", CurrentState.class)
                .tells("found-match", "Somebody for me; she may let the call begin", FoundMatch.class)
                .tells("call-connecting", "She let the call begin; now both connect their media", CallConnecting.class)
                .tells("call-started", "Both are connected, and the clock runs", CallStarted.class)
                .tells("call-extended", "Both wanted more time", CallExtended.class)
                .tells("call-ended", "It is over, or never began, and why", CallEnded.class)
                .tells("peer-reconnecting", "The other's socket is gone; the call goes on", PeerReconnecting.class)
                .tells("peer-reconnected", "The other is back", PeerReconnecting.class)
                .tells("video-requested", "The other asks whether both may be seen", VideoChanged.class)
                .tells("video-approved", "Both may be seen now", VideoChanged.class)
                .tells(
                        "video-declined",
                        "Nobody is seen: the other did not want it, or did not answer",
                        VideoChanged.class)
                .tells("video-revoked", "Nobody is seen any more", VideoChanged.class);
    }

    @Order(ListenerOrder.PEOPLE)
    @EventListener
    void on(InteractionMoved moved) {
        moved.entries().forEach(entry -> announce(moved.view(), entry));
    }

    private void announce(InteractionView view, ConsentEntry entry) {
        log.atInfo()
                .addKeyValue("interactionId", view.id())
                .addKeyValue("action", entry.action())
                .addKeyValue("state", entry.state())
                .log("Interaction moved");
        var times = view.times();
        switch (entry.action()) {
            case PROPOSED -> {
                found(view, view.woman().userId(), entry);
                found(view, view.man().userId(), entry);
            }
            case CONNECTED -> both(view, "call-connecting", entry, new CallConnecting(view.id(), times.connectBy()));
            case STARTED ->
                both(
                        view,
                        "call-started",
                        entry,
                        new CallStarted(view.id(), times.startedAt(), times.endsAt(), clock.instant()));
            case EXTENDED ->
                both(view, "call-extended", entry, new CallExtended(view.id(), times.endsAt(), clock.instant()));
            case DISCONNECTED -> peer(view, "peer-reconnecting", entry, new PeerReconnecting(view.id()));
            case RECONNECTED -> peer(view, "peer-reconnected", entry, new PeerReconnecting(view.id()));
            case VIDEO_REQUESTED -> peer(view, "video-requested", entry, video(view, entry));
            case VIDEO_APPROVED -> both(view, "video-approved", entry, video(view, entry));
            case VIDEO_DECLINED, VIDEO_EXPIRED -> both(view, "video-declined", entry, video(view, entry));
            case VIDEO_REVOKED -> both(view, "video-revoked", entry, video(view, entry));
            case ENDED -> {
                ended(view, view.woman().userId(), entry);
                ended(view, view.man().userId(), entry);
            }
            case MEDIA_CONNECTED,
                    VIDEO_STOP_OFFERED,
                    VIDEO_STOPPED,
                    EXTENSION_ASKED,
                    KEEP_DECIDED,
                    CONNECTION_FORMED,
                    FEEDBACK_GIVEN -> {}
        }
    }

    private void found(InteractionView view, UserId reader, ConsentEntry entry) {
        tell(reader, "found-match", entry, FoundMatch.from(report.of(view, reader)));
    }

    private void ended(InteractionView view, UserId reader, ConsentEntry entry) {
        tell(reader, "call-ended", entry, new CallEnded(view.id(), view.endReasonFor(reader), view.durationSeconds()));
    }

    private static VideoChanged video(InteractionView view, ConsentEntry entry) {
        return new VideoChanged(view.id(), entry.by(), view.video().state());
    }

    private void peer(InteractionView view, String type, ConsentEntry entry, Object data) {
        tell(view.peerOf(Objects.requireNonNull(entry.by())).userId(), type, entry, data);
    }

    private void both(InteractionView view, String type, ConsentEntry entry, Object data) {
        tell(view.woman().userId(), type, entry, data);
        tell(view.man().userId(), type, entry, data);
    }

    private void tell(UserId reader, String type, ConsentEntry entry, Object data) {
        relay.send(reader, Event.of(type, entry.at(), data));
    }
}
