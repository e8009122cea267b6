package com.realtimeconnect.browser;

import static com.realtimeconnect.browser.PageCouple.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.test.Mailbox;
import com.realtimeconnect.test.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What people decide about their account, from the first letter to the end. */
@Order(4)
@BrowserTest
@SuppressWarnings("NullAway.Init") // opened before all tests
class SettingsTests {

    private static final String NEW_PASSWORD = "amber-lighthouse-7";

    private static Stack stack;

    @BeforeAll
    static void open() {
        stack = SharedStack.withNodes(1);
    }

    @Test
    void aPersonRulesTheirAccount(Browsers browsers) throws IOException {
        try (var woman = PagePerson.member(browsers.hers(), stack.page(), "Wilma", "female")) {
            confirmsHerAddress(woman);
            endsAnotherLogin(woman);
            changesHerPassword(woman);
            takesHerDataAlong(woman);
            forgetsHerPassword(woman);
            leavesForGood(woman);
            assertThat(woman.complaints()).isEmpty();
            assertThat(woman.blocked()).isEmpty();
        }
    }

    private static void confirmsHerAddress(PagePerson woman) {
        woman.go("settings");
        woman.shows("Not confirmed");
        woman.shows("This device");
        AccessibilityCheck.passes(woman, "settings");
        woman.follow("Confirm");
        woman.press("Send me a code");
        var code = code(woman, "Confirm your e-mail address");
        AccessibilityCheck.passes(woman, "confirmation");
        woman.fill("Code from the letter", code.equals("2222-2222") ? "3333-3333" : "2222-2222");
        woman.press("Confirm");
        woman.shows("This code is not good");
        woman.fill("Code from the letter", code);
        woman.press("Confirm");
        woman.shows("Your e-mail address is confirmed.");
        woman.go("settings");
        woman.shows("Confirmed");
    }

    private static void endsAnotherLogin(PagePerson woman) {
        var elsewhere = woman.membership().logInElsewhere(woman.page().request());
        woman.reload();
        woman.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^End")))
                .click();
        patiently().until(() -> !woman.membership().isLoggedIn(woman.page().request(), elsewhere));
    }

    private static void changesHerPassword(PagePerson woman) {
        woman.fill("Current password", "not-my-password");
        woman.fill("New password", "copper-orchard-12");
        woman.press("Change password");
        woman.shows("That is not your current password.");
        woman.fill("Current password", Membership.PASSWORD);
        woman.fill("New password", "password123");
        woman.press("Change password");
        woman.page().locator(".wrong").waitFor();
        woman.fill("New password", "copper-orchard-12");
        woman.press("Change password");
        woman.shows("Changed. Every other login has ended.");
    }

    private static void takesHerDataAlong(PagePerson woman) throws IOException {
        var file = woman.page().waitForDownload(() -> woman.press("Download your data"));
        assertThat(Files.readString(file.path())).contains(woman.membership().email());
    }

    private static void forgetsHerPassword(PagePerson woman) {
        woman.press("Log out");
        woman.shows("Three minutes. Two voices.");
        woman.follow("Log in");
        AccessibilityCheck.passes(woman, "login");
        woman.follow("Forgot your password?");
        woman.fill("E-mail", woman.membership().email());
        woman.press("Send the code");
        woman.shows("a letter is on its way");
        AccessibilityCheck.passes(woman, "a new password");
        woman.fill("Code from the letter", code(woman, "A new password"));
        woman.fill("New password", NEW_PASSWORD);
        woman.press("Set it and log in");
        woman.shows("What brings you here?");
    }

    private static void leavesForGood(PagePerson woman) {
        woman.go("settings");
        woman.press("Delete account");
        AccessibilityCheck.passes(woman, "deleting an account");
        woman.fill("Your password, to be sure", Membership.PASSWORD);
        woman.confirm("Delete for good");
        woman.shows("That is not your password.");
        woman.fill("Your password, to be sure", NEW_PASSWORD);
        woman.confirm("Delete for good");
        woman.shows("Three minutes. Two voices.");
        woman.follow("Log in");
        woman.logInByHand(woman.membership().email(), NEW_PASSWORD);
        woman.shows("E-mail or password is wrong.");
    }

    private static String code(PagePerson woman, String subject) {
        return new Mailbox(stack.mailFolder(), woman.membership().email()).awaitCode(subject);
    }
}
