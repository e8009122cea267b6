package com.realtimeconnect.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in front of the page, who reads what it says and presses what it offers. */
final class PagePerson implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int MOST_TABS = 40;
    private static final String FOCUSED = "() => { const one = document.activeElement;"
            + " return one.getAttribute('aria-label') ?? one.textContent.trim(); }";

    private final Membership membership;
    private final BrowserContext context;
    private final List<String> heard = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    private PagePerson(Browser browser, URI address, String name) {
        membership = Membership.of(address, name);
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(30_000);
        context.addInitScript(resource("observe.js"));
        page = openPage();
    }

    /** Somebody who has never been here. */
    static PagePerson stranger(Browser browser, URI address, String name) {
        return new PagePerson(browser, address, name);
    }

    /** Somebody with an account who is logged in. */
    static PagePerson member(Browser browser, URI address, String name, String role) {
        var person = new PagePerson(browser, address, name);
        person.membership.register(person.page.request(), role);
        person.context.addInitScript("localStorage.setItem('connect.logged-in', 'yes')");
        person.visit();
        person.shows("What brings you here?");
        return person;
    }

    private Page openPage() {
        var opened = context.newPage();
        opened.onPageError(error -> complaints.add(error));
        opened.onWebSocket(
                socket -> socket.onFrameReceived(frame -> heard.add(Objects.requireNonNullElse(frame.text(), ""))));
        return opened;
    }

    String name() {
        return membership.name();
    }

    Membership membership() {
        return membership;
    }

    Page page() {
        return page;
    }

    /** Everything that any of this person's sockets has received. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Errors of the page's own script. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void visit() {
        page.navigate(membership.address().toString());
    }

    void registerByHand(String role) {
        follow("Create an account");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(role).setExact(true))
                .check();
        fill("First name or nickname", membership.name());
        fill("Date of birth", "1995-05-17");
        fill("E-mail", membership.email());
        fill("Password", Membership.PASSWORD);
        press("Create account");
        shows("Your profile");
    }

    void logInByHand(String email, String password) {
        fill("E-mail", email);
        fill("Password", password);
        press("Log in");
    }

    void join(String intent) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(intent))
                .click();
    }

    /** @param tab the screen as the address names it, such as {@code people} */
    void go(String tab) {
        page.locator("nav a[href='#/" + tab + "']").click();
    }

    /** Presses a button, and waits for it first. */
    void press(String button) {
        button(button).click();
    }

    Locator button(String button) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true));
    }

    /** Presses a button of the question that is in front of everything else. */
    void confirm(String button) {
        page.locator("dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    void fill(String field, String value) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).fill(value);
    }

    /** Without a mouse: goes on with the tabulator until it is reached, and presses Enter there. */
    void pressByKeyboard(String button) {
        for (var tabs = 0; tabs < MOST_TABS; tabs++) {
            if (button.equals(page.evaluate(FOCUSED))) {
                page.keyboard().press("Enter");
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The tabulator does not reach " + button);
    }

    /** Waits until the heading or text is to be seen. */
    void shows(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
    }

    void write(String message) {
        var box = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Write a message"));
        box.fill(message);
        box.press("Enter");
    }

    void reads(String message) {
        page.locator(".bubble")
                .filter(new Locator.FilterOptions().setHasText(message))
                .first()
                .waitFor();
    }

    Media media() {
        var read = page.evaluate("() => window.observed.read()");
        return JSON.readValue(String.valueOf(read), Media.class);
    }

    /** From now on it is noted how loud the other one is. */
    void listen() {
        page.evaluate("() => window.observed.listen()");
    }

    /** How much of the time since {@link #listen} something was heard, compared to the loudest moment. */
    double loudShare() {
        var share = page.evaluate("() => { const all = window.observed.loudness; const most = Math.max(...all);"
                + " return most > 1e-6 ? all.filter((one) => one > most / 20).length / all.length : 0; }");
        return ((Number) share).doubleValue();
    }

    /** What the page's policy has kept from happening. */
    String blocked() {
        return String.valueOf(page.evaluate("() => window.observed.blocked.join()"));
    }

    void goOffline(boolean offline) {
        context.setOffline(offline);
    }

    void reload() {
        page.reload();
    }

    void closePage() {
        page.close();
    }

    void comeBack() {
        page = openPage();
        visit();
    }

    @Override
    public void close() {
        context.close();
    }

    static String resource(String name) {
        try (var stream = Objects.requireNonNull(PagePerson.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
