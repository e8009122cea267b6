package com.realtimeconnect.history.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogEntryTests {

    @ParameterizedTest
    @EnumSource
    void everyReasonIsReadAsItIsWritten(EndReason reason) {
        assertThat(EndReason.parse(reason.wireName())).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HANG_UP", "hang_up", "Hang-up", " hang-up"})
    void otherSpellingsOfAReasonAreRefused(String text) {
        assertThatThrownBy(() -> EndReason.parse(text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anIntentIsAShortName() {
        assertThat(LogEntry.isIntent("language-2")).isTrue();
        assertThat(LogEntry.isIntent("")).isFalse();
        assertThat(LogEntry.isIntent("Language")).isFalse();
        assertThat(LogEntry.isIntent("a".repeat(33))).isFalse();
    }
}
