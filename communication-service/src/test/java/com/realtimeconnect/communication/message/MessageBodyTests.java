package com.realtimeconnect.communication.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBodyTests {

    private static final String GRIN = "\uD83D\uDE00";

    @Test
    void countsCodePointsNotUnits() {
        assertThat(new MessageBody(GRIN.repeat(4_000)).text()).hasSize(8_000);
        assertThat(codeOf(GRIN.repeat(4_001))).isEqualTo("too-large");
        assertThat(codeOf("a".repeat(4_001))).isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00A0", "\u200B", "\u2028", "\u0007"})
    void refusesWhatNobodyCouldSee(String text) {
        assertThat(codeOf(text)).isEqualTo("validation-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD83D", "\uDE00\uD83D", "a\uD83D b"})
    void refusesWhatCannotBeKept(String text) {
        assertThat(codeOf(text)).isEqualTo("validation-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", " a ", "a\nb\tc", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "\u202Eabc", "'; --"})
    void keepsTheRestAsItIs(String text) {
        assertThat(new MessageBody(text).text()).isEqualTo(text);
    }

    private static String codeOf(String text) {
        var refusal = new ProblemException[1];
        assertThatThrownBy(() -> new MessageBody(text))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> refusal[0] = thrown);
        return refusal[0].type().code();
    }
}
