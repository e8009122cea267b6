package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.event.Participant;
import com.realtimeconnect.common.problem.Problems;

/** What must hold of the two people in anything that other services tell. */
public final class PairRules {

    private PairRules() {}

    /** @throws com.realtimeconnect.common.problem.ProblemException 400 naming the field that breaks a rule */
    public static void require(Participant woman, Participant man) {
        if (woman.userId().equals(man.userId())) {
            throw Problems.invalid("man.userId", "must be another person than woman.userId");
        }
        requireStorable("woman.displayName", woman.displayName());
        requireStorable("man.displayName", man.displayName());
    }

    private static void requireStorable(String field, String name) {
        if (name.indexOf('\0') >= 0) {
            throw Problems.invalid(field, "must not contain the character U+0000");
        }
    }
}
