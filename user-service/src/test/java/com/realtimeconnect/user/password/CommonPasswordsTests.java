package com.realtimeconnect.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "qwertyuiop",
                "Password123",
                "iloveyou123",
                "aaaaaaaaaa",
                "xyxyxyxyxyx",
                "abcabcabca",
                "zyxwvutsrqp",
                "passwordpassword"
            })
    void knowsWhatIsTriedFirst(String password) {
        assertThat(CommonPasswords.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"violet-harbour-41", "ÄÖÜßäöüabc", "correct horse", "Tr0ub4dor&3x", "abcdefghiz"})
    void leavesOthersAlone(String password) {
        assertThat(CommonPasswords.contains(password)).isFalse();
    }
}
