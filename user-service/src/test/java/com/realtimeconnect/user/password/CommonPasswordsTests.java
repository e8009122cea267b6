package com.realtimeconnect.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.test.LocalServices;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
                "passwordpassword",
                "Manchester1",
                "1Q2w3e4r5t6y"
            })
    void knowsWhatIsTriedFirst(String password) {
        assertThat(CommonPasswords.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"violet-harbour-41", "ÄÖÜßäöüabc", "correct horse", "Tr0ub4dor&3x", "abcdefghiz"})
    void leavesOthersAlone(String password) {
        assertThat(CommonPasswords.contains(password)).isFalse();
    }

    @Test
    void knowsEveryPasswordOfItsOwnList() throws IOException {
        var list = LocalServices.projectRoot().resolve("user-service/passwords/derived.txt");
        assertThat(Files.readAllLines(list).stream().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(CommonPasswords::contains);
    }

    /** One in a million is promised; four of 200,000 would not be luck. */
    @Test
    void takesHardlyAnyOtherPasswordForACommonOne() {
        var random = new Random(7);
        var mistaken = IntStream.range(0, 200_000)
                .filter(number -> CommonPasswords.contains("fresh-" + Long.toString(random.nextLong(), 36) + number))
                .count();
        assertThat(mistaken).isLessThan(4);
    }
}
