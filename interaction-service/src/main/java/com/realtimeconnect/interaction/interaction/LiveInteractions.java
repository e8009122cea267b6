package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * This node's copies of the interactions whose signaling passes through it, so that a message costs no query. A change
 * made here replaces the copy before it is told to anybody; a change made elsewhere drops it by a hint ({@link
 * MoveHints}). A hint can be lost, so no copy is trusted for longer than a second after the database had it so; those in
 * use are asked for together before that ({@link CopyRenewal}).
 */
@Component
public class LiveInteractions {

    static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    private final Interactions interactions;
    private final Map<InteractionId, Copy> copies = new ConcurrentHashMap<>();

    LiveInteractions(Interactions interactions) {
        this.interactions = interactions;
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException 404 if there is none in which this person takes part */
    public InteractionView require(InteractionId id, UserId user) {
        var copy = copies.get(id);
        if (copy == null || !copy.isTrusted()) {
            return only(user, read(id));
        }
        copy.used = true;
        return only(user, copy.view);
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

    /** What is read is as old as the question. */
    private InteractionView read(InteractionId id) {
        var asked = System.nanoTime();
        var view = interactions.find(id).orElseThrow(InteractionStore::none);
        return put(new Copy(view, asked));
    }

    /** Takes this for the newest, unless a newer one is here already; returns the newest. */
    InteractionView put(InteractionView view) {
        return put(new Copy(view, System.nanoTime()));
    }

    private InteractionView put(Copy copy) {
        return copies.merge(
                        copy.view.id(),
                        copy,
                        (before, after) -> before.view.step() > after.view.step() ? before : after)
                .view;
    }

    /** It is at this step now: an older copy is worth nothing. */
    void forgetBefore(InteractionId id, int step) {
        copies.computeIfPresent(id, (same, copy) -> copy.view.step() < step ? null : copy);
    }

    /** Which copies were asked for since this was called the last time. Those that nobody trusts any more are dropped. */
    Set<InteractionId> takeUsed() {
        var used = new HashSet<InteractionId>();
        copies.values().removeIf(copy -> !copy.isTrusted());
        copies.forEach((id, copy) -> {
            if (copy.used) {
                copy.used = false;
                used.add(id);
            }
        });
        return used;
    }

    /**
     * Trusts those of these copies anew that are as the database has them, and drops the others.
     *
     * @param steps of those that exist
     * @param asked when the database was asked
     */
    void renew(Set<InteractionId> ids, Map<InteractionId, Integer> steps, long asked) {
        ids.forEach(id -> {
            var step = steps.getOrDefault(id, Integer.MAX_VALUE);
            copies.computeIfPresent(id, (same, copy) -> {
                if (copy.view.step() == step) {
                    return copy.confirmed(asked);
                }
                return copy.view.step() < step ? null : copy;
            });
        });
    }

    private static final class Copy {

        private final InteractionView view;
        private final long knownAt;
        private volatile boolean used;

        /** @param knownAt since when it may have been otherwise */
        Copy(InteractionView view, long knownAt) {
            this.view = view;
            this.knownAt = knownAt;
        }

        boolean isTrusted() {
            return System.nanoTime() - knownAt < TRUSTED_FOR.toNanos();
        }

        Copy confirmed(long at) {
            if (at - knownAt <= 0) {
                return this;
            }
            var confirmed = new Copy(view, at);
            confirmed.used = used;
            return confirmed;
        }
    }
}
