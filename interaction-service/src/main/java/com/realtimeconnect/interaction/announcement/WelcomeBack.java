package com.realtimeconnect.interaction.announcement;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.common.stomp.StateSource;
import com.realtimeconnect.interaction.interaction.Interactions;
import com.realtimeconnect.interaction.interaction.StatusReport;
import com.realtimeconnect.interaction.signaling.KeptMessages;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person hears first on every subscription: how things stand, then what was kept for them. */
@Component
class WelcomeBack implements StateSource {

    private final Interactions interactions;
    private final StatusReport report;
    private final KeptMessages kept;

    WelcomeBack(Interactions interactions, StatusReport report, KeptMessages kept) {
        this.interactions = interactions;
        this.report = report;
        this.kept = kept;
    }

    @Override
    public Object stateOf(AuthenticatedUser user) {
        return new CurrentState(interactions
                .current(user.id())
                .map(view -> report.of(view, user.id()))
                .orElse(null));
    }

    @Override
    public List<Event> replay(AuthenticatedUser user) {
        return interactions
                .current(user.id())
                .map(view -> kept.of(view, user.id()))
                .orElse(List.of());
    }
}
