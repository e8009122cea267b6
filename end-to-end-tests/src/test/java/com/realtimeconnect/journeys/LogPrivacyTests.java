package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.test.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happened in this run, the logs tell it without what is only people's own. The last to run, so that all is there. */
@Order(110)
class LogPrivacyTests {

    /** An address, a password's hash, a token, a session description, a candidate, and what people write here. */
    private static final Pattern PRIVATE = Pattern.compile(
            "@example\\.|\\$2[aby]\\$\\d|eyJ[\\w-]{8}|\\bv=0\\b|candidate:|Still there|" + SharedStack.ADMIN_PASSWORD);

    /** Without a mail server letters are printed, and need an address. */
    private static final Pattern LETTER = Pattern.compile("^(To|From): .*");

    @ParameterizedTest
    @EnumSource
    void tellsNothingPrivate(Service service) throws IOException {
        var logs = SharedStack.withNodes(1).nodes(service).getFirst().log().getParent();
        try (var files = Files.newDirectoryStream(logs, service.fullName() + "*.log")) {
            for (var file : files) {
                assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .isNotEmpty()
                        .filteredOn(line -> !LETTER.matcher(line).matches())
                        .noneMatch(line -> PRIVATE.matcher(line).find());
            }
        }
    }
}
