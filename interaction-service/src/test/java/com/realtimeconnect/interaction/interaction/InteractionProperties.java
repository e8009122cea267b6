package com.realtimeconnect.interaction.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever the two do, in whatever order, as often as they like, and however the time passes. */
class InteractionProperties {

    private static final Duration GRACE = Duration.ofSeconds(20);

    @Property(tries = 5_000)
    void consentIsNeverSkipped(@ForAll("happenings") List<Happening> happenings) {
        var meeting = Meeting.proposed();
        var log = new ArrayList<ConsentEntry>();
        for (var happening : happenings) {
            happen(meeting, happening);
            log.addAll(meeting.interaction.takeFreshEntries());
            check(meeting, log);
        }
        assertThat(log.stream().filter(entry -> entry.action() == ConsentAction.ENDED))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 2_000)
    void everyMeetingEndsByItself(@ForAll("happenings") List<Happening> happenings) {
        var meeting = Meeting.proposed();
        happenings.forEach(happening -> happen(meeting, happening));
        for (var deadline = meeting.view().times().nextDeadline();
                deadline != null;
                deadline = meeting.view().times().nextDeadline()) {
            meeting.clock.set(meeting.now().isAfter(deadline) ? meeting.now() : deadline);
            var before = meeting.view();
            meeting.expire();
            assertThat(meeting.view())
                    .as("an overdue deadline changes something")
                    .isNotEqualTo(before);
        }
        assertThat(meeting.state()).isEqualTo(InteractionState.ENDED);
    }

    @Property(tries = 2_000)
    void aRefusalChangesNothing(@ForAll("happenings") List<Happening> happenings) {
        var meeting = Meeting.proposed();
        for (var happening : happenings) {
            var before = meeting.view();
            if (happening.act() != Act.WAIT && !happen(meeting, happening)) {
                assertThat(meeting.view()).isEqualTo(before);
            }
        }
    }

    private static void check(Meeting meeting, List<ConsentEntry> log) {
        var view = meeting.view();
        if (view.allowsSignaling(meeting.now()) || view.times().startedAt() != null) {
            assertThat(log)
                    .as("no voice before her connect")
                    .anyMatch(entry -> entry.action() == ConsentAction.CONNECTED && meeting.woman.equals(entry.by()));
        }
        if (view.video().state() == VideoState.ON) {
            assertThat(yeses(log)).as("no video without both").containsExactlyInAnyOrder(meeting.woman, meeting.man);
        }
        if (view.connectionId() != null) {
            assertThat(log.stream()
                            .filter(entry -> entry.action() == ConsentAction.KEEP_DECIDED
                                    && entry.why().equals("yes"))
                            .map(ConsentEntry::by))
                    .as("no connection without both")
                    .contains(meeting.woman, meeting.man);
        }
        var deadline = view.times().nextDeadline();
        assertThat(deadline == null).as("whatever lives has a deadline").isEqualTo(!view.isLive());
        for (var i = 0; i < log.size(); i++) {
            assertThat(log.get(i).number()).isEqualTo(i + 1);
        }
    }

    /** Who said yes to video and did not take it back since. */
    private static Set<UserId> yeses(List<ConsentEntry> log) {
        var yeses = new HashSet<UserId>();
        for (var entry : log) {
            switch (entry.action()) {
                case VIDEO_REQUESTED, VIDEO_APPROVED -> yeses.add(Objects.requireNonNull(entry.by()));
                case VIDEO_REVOKED, VIDEO_DECLINED, VIDEO_EXPIRED -> yeses.clear();
                default -> {}
            }
        }
        return yeses;
    }

    /** @return whether it was allowed */
    private static boolean happen(Meeting meeting, Happening happening) {
        var by = happening.byHer() ? meeting.woman : meeting.man;
        var now = meeting.now();
        var interaction = meeting.interaction;
        try {
            switch (happening.act()) {
                case CONNECT -> interaction.connect(by, "asked", now, Meeting.TIMING);
                case DECLINE -> interaction.decline(by, now);
                case MEDIA -> interaction.mediaConnected(by, now);
                case HANG_UP -> interaction.hangUp(by, now);
                case LOSE -> interaction.lose(by, now, GRACE);
                case REGAIN -> interaction.regain(by, now);
                case REQUEST_VIDEO -> interaction.requestVideo(by, now);
                case APPROVE_VIDEO -> interaction.answerVideo(by, true, now);
                case DENY_VIDEO -> interaction.answerVideo(by, false, now);
                case REVOKE_VIDEO -> interaction.revokeVideo(by, now);
                case STOP_OFFER -> interaction.videoStopOffered(by, now, Meeting.TIMING);
                case STOP_ANSWER -> interaction.videoStopped(by, now);
                case EXTEND -> interaction.extend(by, now);
                case KEEP -> meeting.keep(by, true);
                case DO_NOT_KEEP -> meeting.keep(by, false);
                case FEEDBACK -> interaction.giveFeedback(by, 1 + happening.seconds() % 5, List.of(), now);
                case CUT -> interaction.cut(EndReason.BLOCKED, by, now);
                case EXPIRE -> interaction.expire(now);
                case WAIT -> meeting.after(Duration.ofSeconds(happening.seconds()));
            }
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        var act = Arbitraries.frequency(
                Tuple.of(6, Act.CONNECT),
                Tuple.of(8, Act.MEDIA),
                Tuple.of(4, Act.WAIT),
                Tuple.of(3, Act.EXPIRE),
                Tuple.of(4, Act.REQUEST_VIDEO),
                Tuple.of(4, Act.APPROVE_VIDEO),
                Tuple.of(1, Act.DENY_VIDEO),
                Tuple.of(2, Act.REVOKE_VIDEO),
                Tuple.of(2, Act.STOP_OFFER),
                Tuple.of(1, Act.STOP_ANSWER),
                Tuple.of(3, Act.EXTEND),
                Tuple.of(3, Act.KEEP),
                Tuple.of(1, Act.DO_NOT_KEEP),
                Tuple.of(2, Act.LOSE),
                Tuple.of(2, Act.REGAIN),
                Tuple.of(1, Act.FEEDBACK),
                Tuple.of(1, Act.DECLINE),
                Tuple.of(1, Act.HANG_UP),
                Tuple.of(1, Act.CUT));
        return Combinators.combine(
                        act, Arbitraries.of(true, false), Arbitraries.integers().between(0, 25))
                .as(Happening::new)
                .list()
                .ofMaxSize(40);
    }

    /** What can happen. */
    enum Act {
        CONNECT,
        DECLINE,
        MEDIA,
        HANG_UP,
        LOSE,
        REGAIN,
        REQUEST_VIDEO,
        APPROVE_VIDEO,
        DENY_VIDEO,
        REVOKE_VIDEO,
        STOP_OFFER,
        STOP_ANSWER,
        EXTEND,
        KEEP,
        DO_NOT_KEEP,
        FEEDBACK,
        CUT,
        EXPIRE,
        WAIT
    }

    /** One of them does something, or time passes. */
    record Happening(Act act, boolean byHer, int seconds) {}
}
