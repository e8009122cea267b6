package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import com.realtimeconnect.interaction.negotiation.Verdict;

/** A message that is understood, and yet not relayed. */
final class SignalingRefusedException extends ProblemException {

    static final ProblemType VIDEO_NOT_APPROVED =
            new ProblemType("video-not-approved", "Video needs the consent of both", 403);
    static final ProblemType GLARE = new ProblemType("glare", "Two offers crossed, and hers stands", 409);
    static final ProblemType NOT_OFFERER = new ProblemType("not-offerer", "The first offer is hers to make", 409);
    static final ProblemType NO_OFFER = new ProblemType("no-offer", "There is no offer to answer", 409);

    private static final long serialVersionUID = 1L;

    private SignalingRefusedException(ProblemType type, String detail) {
        super(type, detail);
    }

    static SignalingRefusedException videoNotApproved() {
        return new SignalingRefusedException(
                VIDEO_NOT_APPROVED, "This would send video or data, and video is not on in this call");
    }

    static ProblemException of(Verdict.Kind verdict) {
        return switch (verdict) {
            case GLARE ->
                new SignalingRefusedException(GLARE, "Roll back your offer and answer the one that you were sent");
            case NOT_OFFERER -> new SignalingRefusedException(NOT_OFFERER, "Wait for the first offer");
            case NO_OFFER ->
                new SignalingRefusedException(NO_OFFER, "No offer of the other one with this negotiationId stands");
            case RELAY, HOLD, STALE, FULL -> throw new IllegalArgumentException(verdict + " is no refusal");
        };
    }
}
