package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * This node's copies of the interactions whose signaling passes through it, so that a message costs no query. A change
 * made here replaces the copy before it is told to anybody; a change made elsewhere drops it by a hint ({@link
 * MoveHints}). A hint can be lost, so no copy is trusted for longer than a second.
 */
@Component
public class LiveInteractions {

    static final Duration TRUSTED_FOR = Duration.ofSeconds(1);
    private static final int SWEEP_ABOVE = 10_000;

    private final Interactions interactions;
    private final Map<InteractionId, Copy> copies = new ConcurrentHashMap<>();

    LiveInteractions(Interactions interactions) {
        this.interactions = interactions;
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException 404 if there is none in which this person takes part */
    public InteractionView require(InteractionId id, UserId user) {
        var copy = copies.get(id);
        return only(user, copy != null && copy.isTrusted() ? copy.view() : read(id));
    }

    /** As {@link #require}, and not from a copy. */
    public InteractionView requireNewest(InteractionId id, UserId user) {
        return only(user, read(id));
    }

    private static InteractionView only(UserId user, InteractionView view) {
        if (!view.has(user)) {
            throw InteractionStore.none();
        }
        return view;
    }

    private InteractionView read(InteractionId id) {
        var view = interactions.find(id).orElseThrow(InteractionStore::none);
        return put(view);
    }

    /** Takes this for the newest, unless a newer one is here already; returns the newest. */
    InteractionView put(InteractionView view) {
        if (copies.size() > SWEEP_ABOVE) {
            copies.values().removeIf(copy -> !copy.isTrusted());
        }
        var now = System.nanoTime();
        return copies.merge(
                        view.id(),
                        new Copy(view, now),
                        (before, after) -> before.view().step() > after.view().step() ? before : after)
                .view();
    }

    /** It is at this step now: an older copy is worth nothing. */
    void forgetBefore(InteractionId id, int step) {
        copies.computeIfPresent(id, (same, copy) -> copy.view().step() < step ? null : copy);
    }

    private record Copy(InteractionView view, long readAt) {

        boolean isTrusted() {
            return System.nanoTime() - readAt < TRUSTED_FOR.toNanos();
        }
    }
}
