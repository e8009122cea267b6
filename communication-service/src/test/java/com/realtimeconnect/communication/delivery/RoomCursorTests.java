package com.realtimeconnect.communication.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomCursorTests {

    @Test
    void givesTheNextMessageAtOnce() {
        var cursor = RoomCursor.after(4);

        assertThat(cursor.accept(5)).isTrue();
        assertThat(cursor.accept(5)).as("once").isFalse();
        assertThat(cursor.isBehind()).isFalse();
    }

    @Test
    void readsWhatAHintSkipped() {
        var cursor = RoomCursor.after(4);

        assertThat(cursor.accept(7)).isFalse();
        assertThat(cursor.isBehind()).isTrue();
        assertThat(cursor.gap()).isEqualTo(new RoomCursor.Gap(4, 7));
    }

    @Test
    void takesALateHintWhileTheGapIsRead() {
        var cursor = RoomCursor.after(4);
        cursor.accept(6);
        var gap = cursor.gap();

        assertThat(cursor.accept(5)).isTrue();
        assertThat(cursor.accept(gap, 5)).as("what was read is out of date").isFalse();
        assertThat(cursor.gap()).isEqualTo(new RoomCursor.Gap(5, 6));
    }

    @Test
    void waitsForAResumeWhileItIsHeld() {
        var cursor = RoomCursor.unplaced();
        cursor.place(4, true);

        assertThat(cursor.accept(5)).isFalse();
        assertThat(cursor.isBehind()).isFalse();

        cursor.release();
        assertThat(cursor.isBehind()).isTrue();
    }

    @Test
    void remembersWhatCameBeforeItsPlaceWasKnown() {
        var cursor = RoomCursor.unplaced();
        assertThat(cursor.accept(5)).isFalse();
        assertThat(cursor.isBehind()).isFalse();

        cursor.place(4, false);

        assertThat(cursor.gap()).isEqualTo(new RoomCursor.Gap(4, 5));
    }

    @Test
    void keepsThePlaceItHas() {
        var cursor = RoomCursor.after(4);

        cursor.place(9, true);

        assertThat(cursor.accept(5)).isTrue();
    }

    @Test
    void endsAResumeOnceEverythingUpToItsEndIsGiven() {
        var cursor = RoomCursor.after(9);
        cursor.resume(7, 9);
        assertThat(cursor.finishResume()).isFalse();
        assertThat(cursor.accept(8))
                .as("nothing live in the middle of a resume")
                .isFalse();

        assertThat(cursor.accept(cursor.gap(), 8)).isTrue();
        assertThat(cursor.accept(cursor.gap(), 9)).isTrue();

        assertThat(cursor.finishResume()).isTrue();
        assertThat(cursor.finishResume()).isFalse();
        assertThat(cursor.accept(10)).isTrue();
    }

    @Test
    void doesNotRepeatWhatCrossedTheFirstResume() {
        var cursor = RoomCursor.unplaced();
        cursor.place(0, false);
        assertThat(cursor.accept(1)).isTrue();

        cursor.resume(0, 1);
        assertThat(cursor.isBehind()).isFalse();
        assertThat(cursor.finishResume()).isTrue();
        assertThat(cursor.accept(2)).isTrue();

        cursor.resume(0, 2);
        assertThat(cursor.gap()).as("asked for again, and meant").isEqualTo(new RoomCursor.Gap(0, 2));
    }

    @Test
    void endsAResumeThatMissedNothing() {
        var cursor = RoomCursor.after(3);

        cursor.resume(3, 3);

        assertThat(cursor.finishResume()).isTrue();
    }

    @Test
    void passesOverWhatRetentionHasTaken() {
        var cursor = RoomCursor.unplaced();
        cursor.resume(0, 5);

        cursor.skip(cursor.gap());

        assertThat(cursor.finishResume()).isTrue();
        assertThat(cursor.delivered()).isEqualTo(5);
    }

    /** The client was away, took its time to resume, and was given what was new meanwhile. */
    @Test
    void givesAgainOnlyWhatIsMissing() {
        var cursor = RoomCursor.after(5);
        assertThat(cursor.accept(6)).isTrue();

        cursor.resume(3, 6);

        assertThat(cursor.accept(cursor.gap(), 4)).isTrue();
        assertThat(cursor.finishResume()).isFalse();
        assertThat(cursor.accept(cursor.gap(), 5)).isTrue();
        assertThat(cursor.finishResume()).isTrue();
        assertThat(cursor.delivered()).isEqualTo(6);
        assertThat(cursor.isBehind()).isFalse();
        assertThat(cursor.accept(7)).isTrue();
    }

    @Test
    void doesNotGiveAgainWhatItFindsBehindMessagesThatAreGone() {
        var cursor = RoomCursor.after(5);
        cursor.accept(6);
        cursor.resume(3, 6);

        assertThat(cursor.accept(cursor.gap(), 6)).isFalse();
        assertThat(cursor.finishResume()).isTrue();
        assertThat(cursor.accept(7)).isTrue();
    }
}
