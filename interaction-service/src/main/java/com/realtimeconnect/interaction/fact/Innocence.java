package com.realtimeconnect.interaction.fact;

import com.realtimeconnect.interaction.interaction.InteractionView;
import com.realtimeconnect.interaction.interaction.InteractionView.ParticipantView;
import java.util.List;

/**
 * Who gets the old place in the queue back when no call came of a match: whoever did their part. Where one of the two
 * ended it, or was taken out of it, that is the other one, so that a block or a report looks like any decline or hang-up;
 * after no answer, he, for the answer was hers to give; after a failed set-up, one whose browser had connected while the
 * other's had not. Where neither did more than the other nobody goes back by itself: both hold their signed ticket and may
 * join again with it.
 */
final class Innocence {

    private Innocence() {}

    static List<ParticipantView> of(InteractionView ended) {
        var reason = ended.endReason();
        if (reason == null) {
            return List.of();
        }
        return switch (reason) {
            case DECLINED, HANG_UP, BLOCKED, REPORTED, SUSPENDED ->
                ended.times().startedAt() == null ? otherThanWhoEnded(ended) : List.of();
            case NO_ANSWER -> List.of(ended.man());
            case SETUP_FAILED ->
                ended.woman().hasMedia() == ended.man().hasMedia()
                        ? List.of()
                        : List.of(ended.woman().hasMedia() ? ended.woman() : ended.man());
            case COMPLETED, PEER_LOST -> List.of();
        };
    }

    private static List<ParticipantView> otherThanWhoEnded(InteractionView ended) {
        var by = ended.endedBy();
        return by == null ? List.of() : List.of(ended.peerOf(by));
    }
}
