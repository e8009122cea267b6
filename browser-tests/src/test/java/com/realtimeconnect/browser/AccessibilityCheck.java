package com.realtimeconnect.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.realtimeconnect.localstack.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Lets axe look at a screen, light and dark. */
final class AccessibilityCheck {

    private static final String AXE = read();
    private static final String RUN = "async () => (await window.axe.run(document, { resultTypes: ['violations'] }))"
            + ".violations.map((one) => one.id + ' ' + one.nodes.map((node) => node.target.join(' ')).join(', '))";

    private AccessibilityCheck() {}

    static void passes(PagePerson person, String screen) {
        person.page().evaluate(AXE);
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            person.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            // Colours that are still on their way to the other scheme are no colours of the design.
            person.page().evaluate("() => document.getAnimations().forEach((one) => one.cancel())");
            assertThat((List<?>) person.page().evaluate(RUN))
                    .as("axe on " + screen + ", " + scheme)
                    .isEmpty();
        }
    }

    private static String read() {
        var file = ProjectFolder.find().root().resolve("web-client/node_modules/axe-core/axe.min.js");
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
