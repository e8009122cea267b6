package com.realtimeconnect.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in front of the page, who reads what it says and presses what it offers. */
final class PagePerson implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String PASSWORD = "quiet-harbour-41";

    private final String name;
    private final URI address;
    private final BrowserContext context;
    private final List<String> heard = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    private PagePerson(Browser browser, URI address, String name) {
        this.name = name;
        this.address = address;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(20_000);
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
        var registration = Map.of(
                "email",
                UUID.randomUUID() + "@example.com",
                "password",
                PASSWORD,
                "displayName",
                name,
                "role",
                role,
                "birthDate",
                "1995-05-17");
        var answer = person.page
                .request()
                .post(
                        address + "/auth/register",
                        RequestOptions.create()
                                .setHeader("X-Refresh-Token", "cookie")
                                .setData(registration));
        if (answer.status() != 201) {
            throw new IllegalStateException(name + " cannot register: " + answer.text());
        }
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
        return name;
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
        page.navigate(address.toString());
    }

    void registerByHand(String role) {
        link("Create an account").first().click();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(role).setExact(true))
                .check();
        page.getByLabel("First name or nickname").fill(name);
        page.getByLabel("Date of birth").fill("1995-05-17");
        page.getByLabel("E-mail").fill(UUID.randomUUID() + "@example.com");
        page.getByLabel("Password").fill(PASSWORD);
        press("Create account");
        shows("Your profile");
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

    private Locator link(String link) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true));
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
