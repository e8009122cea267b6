package com.realtimeconnect.journeys;

import org.junit.jupiter.api.Test;

/** The journeys as tests, the same for every topology. */
interface EveryJourney {

    Journeys journeys();

    @Test
    default void meetTalkKeepAndChat() {
        journeys().meetTalkKeepAndChat();
    }

    @Test
    default void onlySheLetsItBegin() {
        journeys().onlySheLetsItBegin();
    }

    @Test
    default void strangersStayOutside() {
        journeys().strangersStayOutside();
    }

    @Test
    default void theRelayEnforcesConsent() {
        journeys().theRelayEnforcesConsent();
    }

    @Test
    default void aDeclineTellsHimNothingAndCostsHimNothing() {
        journeys().aDeclineTellsHimNothingAndCostsHimNothing();
    }

    @Test
    default void queuesRefuseWhatMakesNoSense() {
        journeys().queuesRefuseWhatMakesNoSense();
    }

    @Test
    default void aBlockEndsAllThatTheyHave() {
        journeys().aBlockEndsAllThatTheyHave();
    }

    @Test
    default void aBlockEndsTheirProposalAndKeepsThemApartInTheQueue() {
        journeys().aBlockEndsTheirProposalAndKeepsThemApartInTheQueue();
    }

    @Test
    default void loggingOutClosesEverySocket() {
        journeys().loggingOutClosesEverySocket();
    }
}
