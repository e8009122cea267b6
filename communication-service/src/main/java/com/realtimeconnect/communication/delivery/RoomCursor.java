package com.realtimeconnect.communication.delivery;

/**
 * Where one socket stands in one room: which message it was given last, and which is the newest it should have. Messages
 * are given in order of their numbers, each once; what is missing between is read from the database by whoever owns the
 * cursor. Numbers heard of are numbers of committed messages. Not thread-safe.
 */
final class RoomCursor {

    private static final long UNPLACED = -1;
    private static final long NOT_RESUMING = -1;
    private static final long NOTHING = -1;

    /** After this message the socket was given everything until {@link #delivered}, unless it has resumed. */
    private long begunAfter;

    private boolean resumed;

    /** Up to this message the socket was given everything after {@link #begunAfter} before the resume that goes on. */
    private long givenUpTo = NOTHING;

    private long delivered;
    private long newest;
    private boolean held;
    private long resumingUpTo = NOT_RESUMING;

    private RoomCursor(long delivered, boolean held) {
        this.begunAfter = delivered;
        this.delivered = delivered;
        this.newest = delivered;
        this.held = held;
    }

    /** Remembers what is heard until it is known where the socket begins. */
    static RoomCursor unplaced() {
        return new RoomCursor(UNPLACED, false);
    }

    /** Begins after this message. */
    static RoomCursor after(long seq) {
        return new RoomCursor(seq, false);
    }

    /**
     * Says where the socket begins, unless it is known already.
     *
     * @param hold whether messages wait for {@link #resume} or {@link #release}
     */
    void place(long afterSeq, boolean hold) {
        if (delivered == UNPLACED) {
            begunAfter = afterSeq;
            delivered = afterSeq;
            newest = Math.max(newest, afterSeq);
            held = hold;
        }
    }

    /** A message has come. If true, it is the next one and the caller gives it to the socket now. */
    boolean accept(long seq) {
        hear(seq);
        if (!isFlowing() || seq != delivered + 1) {
            return false;
        }
        delivered = seq;
        return true;
    }

    /** There is a message with this number. */
    void hear(long seq) {
        newest = Math.max(newest, seq);
    }

    /**
     * The client names what it has; everything after it is given again from the database. Only what this socket was given
     * before the client asked for the first time is not: that is on its way, and the client could not know of it.
     */
    void resume(long afterSeq, long upToSeq) {
        givenUpTo = resumed ? NOTHING : delivered;
        delivered = behindWhatWasGiven(afterSeq);
        resumed = true;
        newest = Math.max(newest, upToSeq);
        held = false;
        resumingUpTo = upToSeq;
    }

    /** No longer waits for a resume. */
    void release() {
        held = false;
    }

    /** Whether something must be read from the database. */
    boolean isBehind() {
        return delivered != UNPLACED && !held && delivered < newest;
    }

    /** What must be read: the messages after one number, at least up to another. */
    Gap gap() {
        return new Gap(delivered, newest);
    }

    /** A message of the gap was read. If true, it is the next one and the caller gives it to the socket now. */
    boolean accept(Gap gap, long seq) {
        if (delivered != gap.after()) {
            return false; // moved meanwhile, by a live message or by a resume
        }
        hear(seq);
        delivered = behindWhatWasGiven(seq);
        return seq <= begunAfter || seq > givenUpTo;
    }

    /** This number, or the last that need not be given again if this is among those or right before them. */
    private long behindWhatWasGiven(long seq) {
        return seq < begunAfter ? seq : Math.max(seq, givenUpTo);
    }

    /** Nothing of the gap is left in the database, so nothing of it will ever come. */
    void skip(Gap gap) {
        if (delivered == gap.after()) {
            delivered = gap.upTo();
        }
    }

    /** True once for each resume, when everything up to its end was given. */
    boolean finishResume() {
        if (resumingUpTo == NOT_RESUMING || delivered < resumingUpTo) {
            return false;
        }
        resumingUpTo = NOT_RESUMING;
        return true;
    }

    long delivered() {
        return delivered;
    }

    private boolean isFlowing() {
        return delivered != UNPLACED && !held && resumingUpTo == NOT_RESUMING;
    }

    /** Messages that are missing: those after one number, up to another at least. */
    record Gap(long after, long upTo) {

        Gap from(long seq) {
            return new Gap(seq, upTo);
        }
    }
}
