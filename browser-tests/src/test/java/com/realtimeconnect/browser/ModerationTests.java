package com.realtimeconnect.browser;

import static com.realtimeconnect.browser.PageCouple.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.test.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A report from the one who makes it to the admin who decides, and what the other one can say to that. */
@Order(4)
@BrowserTest
@SuppressWarnings("NullAway.Init") // opened before all tests
class ModerationTests {

    private static final String WHAT_HAPPENED = "He wanted to know where I live.";

    private static Stack stack;

    @BeforeAll
    static void open() {
        stack = SharedStack.withNodes(1);
    }

    @Test
    void aReportIsDecidedAndAnAppealHeard(Browsers browsers) throws IOException {
        try (var couple = PageCouple.members(browsers, stack.page());
                var admin = PagePerson.stranger(browsers.hers(), stack.page(), "Moderator")) {
            stayInTouch(couple);
            reports(couple.woman());
            couple.man().shows("This chat does not exist any more.");
            couple.man().follow("Back");
            couple.man().shows("Nobody yet");
            AccessibilityCheck.passes(couple.man(), "nobody to write to");
            takesTheBlockBack(couple.woman());

            admin.visit();
            admin.follow("Log in");
            admin.logInByHand(SharedStack.ADMIN_EMAIL, SharedStack.ADMIN_PASSWORD);
            admin.shows("Reports");
            suspends(admin);
            keepsHisRights(couple.man());
            appeals(couple.man());
            grants(admin);
            couple.man().press("Log in");
            couple.man().shows("What brings you here?");
            couple.assertNothingWentWrong();
        }
    }

    private static void stayInTouch(PageCouple couple) {
        var man = couple.man();
        var woman = couple.woman();
        man.join("Dating");
        man.shows("Looking for somebody");
        AccessibilityCheck.passes(man, "waiting");
        woman.join("Dating");
        man.shows("She decides whether the call begins");
        AccessibilityCheck.passes(man, "his proposal");
        woman.button("Start").waitFor();
        AccessibilityCheck.passes(woman, "her proposal");
        woman.press("Start");
        couple.both().forEach(person -> person.press("Stay in touch"));
        couple.both().forEach(person -> person.button("You said yes").waitFor());
        woman.press("Hang up");
        couple.both().forEach(person -> person.press("Write a message"));
        man.write("Where do you live?");
        woman.reads("Where do you live?");
    }

    private static void reports(PagePerson woman) {
        woman.follow("Back");
        woman.shows("Recent calls");
        AccessibilityCheck.passes(woman, "people");
        woman.press("Report Max");
        woman.page().getByLabel("Something else").check();
        woman.fill("Anything we should know (optional)", WHAT_HAPPENED);
        AccessibilityCheck.passes(woman, "reporting");
        woman.confirm("Send report");
        woman.shows("Thank you. We look into it.");
        woman.shows("Closed");
    }

    private static void takesTheBlockBack(PagePerson woman) {
        woman.go("settings");
        woman.press("Unblock Max");
        woman.shows("You have blocked nobody.");
    }

    private static void suspends(PagePerson admin) {
        var report = admin.page().locator("li.card", having(WHAT_HAPPENED));
        patiently().until(() -> {
            admin.reload();
            report.waitFor();
            return report.getByText("What the services know", exactly()).isVisible();
        });
        report.getByText("What the services know", exactly()).click();
        report.getByText("Where do you live?").waitFor();
        AccessibilityCheck.passes(admin, "reports");
        report.getByText("Suspend").click();
        admin.page().getByLabel("How long?").selectOption("7");
        admin.fill("Reason", "Asked for an address");
        AccessibilityCheck.passes(admin, "a decision");
        admin.confirm("Confirm");
        admin.shows("Saved");
    }

    private static void keepsHisRights(PagePerson man) throws IOException {
        man.shows("This account is suspended.");
        man.logInByHand(man.membership().email(), Membership.PASSWORD);
        man.shows("Your account is suspended until");
        man.shows("Reason: Asked for an address");
        AccessibilityCheck.passes(man, "suspended");
        var file = man.page().waitForDownload(() -> man.press("Download your data"));
        assertThat(Files.readString(file.path())).contains(man.membership().email());
        man.press("Delete account");
        man.fill("Your password, to be sure", "not-what-it-is");
        man.confirm("Delete for good");
        man.shows("That is not your password.");
        man.confirm("Cancel");
    }

    private static void appeals(PagePerson man) {
        man.fill("Your side of it", "I was looking for somebody nearby, and shall not ask again.");
        man.press("Send");
        man.shows("A person will read it.");
    }

    private static void grants(PagePerson admin) {
        admin.reload();
        var appeal = admin.page().locator("li.card", having("shall not ask again"));
        appeal.getByText("Grant").click();
        admin.fill("Reason", "He understood.");
        admin.confirm("Confirm");
        admin.shows("Saved");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
