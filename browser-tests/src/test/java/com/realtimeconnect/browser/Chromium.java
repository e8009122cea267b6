package com.realtimeconnect.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.realtimeconnect.localstack.ProjectFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine's own Chromium, driven by Playwright over the machine's own Node. Each browser has a microphone that plays one
 * voice over and over. For one thread.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--allow-loopback-in-peer-connection",
            // A picture costs two browsers without a graphics card much, and a few a second are as good as many.
            "--use-fake-device-for-media-stream=fps=5",
            "--use-fake-ui-for-media-stream");

    private final Playwright playwright;
    private final List<Browser> browsers = new ArrayList<>();

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
    }

    static boolean isInstalled() {
        return onPath("chromium").isPresent();
    }

    static Chromium open() {
        var node = onPath("node").orElseThrow(() -> new IllegalStateException("There is no node on the PATH"));
        System.setProperty("playwright.cli.dir", driver().toString());
        var environment = Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return new Chromium(Playwright.create(new Playwright.CreateOptions().setEnv(environment)));
    }

    /** A browser whose microphone hears this voice. */
    Browser browser(Voice voice) {
        var arguments = new ArrayList<>(FLAGS);
        arguments.add("--use-file-for-fake-audio-capture=" + voice.file());
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(onPath("chromium")
                                .orElseThrow(() -> new IllegalStateException(
                                        "There is no chromium on the PATH. On Debian: apt-get install chromium")))
                        .setArgs(arguments));
        browsers.add(browser);
        return browser;
    }

    /** Playwright looks for its driver in a folder named package; the web client installs it under its own name. */
    private static Path driver() {
        var installed = ProjectFolder.find().root().resolve("web-client/node_modules/playwright-core");
        var folder = Path.of("target", "playwright").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            var link = folder.resolve("package");
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, installed);
            return folder;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static Optional<Path> onPath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return List.of(path.split(File.pathSeparator, -1)).stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browsers.forEach(Browser::close);
        playwright.close();
    }
}
