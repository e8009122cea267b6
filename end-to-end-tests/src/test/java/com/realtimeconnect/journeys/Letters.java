package com.realtimeconnect.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The letters that a stack would have sent. */
record Letters(Path folder) {

    private static final Pattern CODE = Pattern.compile("Your code is ([A-Z2-9-]{9})");

    /** The code in a letter to this address, once it is there. */
    String awaitCode(String address) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> code(address), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> code(String address) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var letters = Files.newDirectoryStream(folder, "*.eml")) {
            for (var file : letters) {
                var letter = Files.readString(file);
                var code = CODE.matcher(letter);
                if (letter.contains("To: " + address) && code.find()) {
                    return Optional.of(code.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
