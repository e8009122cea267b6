package com.realtimeconnect.interaction.fact;

import com.realtimeconnect.interaction.interaction.InteractionView;
import com.realtimeconnect.interaction.interaction.InteractionView.ParticipantView;
import java.util.List;

/**
 * Who gets the old place in the queue back when nothing came of a match: whoever did their part. Of a proposal that one of
 * the two declined, or was taken out of, that is the other one, so that a block or a report looks like any no; after no
 * answer, he, for the answer was hers to give; after a failed set-up, one whose browser had connected while the other's had
 * not. Where neither did more than the other, and after a hang-up, nobody goes back by itself: both hold their signed
 * ticket, and may join again with it.
 */
final class Innocence {

    private Innocence() {}

    static List<ParticipantView> of(InteractionView ended) {
        var reason = ended.endReason();
        if (reason == null) {
            return List.of();
        }
        return switch (reason) {
            case DECLINED, BLOCKED, REPORTED, SUSPENDED ->
                ended.times().connectedAt() == null ? otherThanWhoEnded(ended) : List.of();
            case NO_ANSWER -> List.of(ended.man());
            case SETUP_FAILED ->
                ended.woman().hasMedia() == ended.man().hasMedia()
                        ? List.of()
                        : List.of(ended.woman().hasMedia() ? ended.woman() : ended.man());
            case COMPLETED, HANG_UP, PEER_LOST -> List.of();
        };
    }

    private static List<ParticipantView> otherThanWhoEnded(InteractionView ended) {
        var by = ended.endedBy();
        return by == null ? List.of() : List.of(ended.peerOf(by));
    }
}
