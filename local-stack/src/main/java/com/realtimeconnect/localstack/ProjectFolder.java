package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where things are: the folder of this project, and {@code .local} in it, which keeps all that outlives a run. */
public record ProjectFolder(Path root) {

    /** The folder named by the system property {@code connect.project-root}, else the nearest one above this that is it. */
    public static ProjectFolder find() {
        var given = System.getProperty("connect.project-root");
        if (given != null) {
            return new ProjectFolder(Path.of(given).toAbsolutePath().normalize());
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local-stack/pom.xml"))) {
                return new ProjectFolder(folder);
            }
        }
        throw new StackException("Start this inside the project's folder, or name it with -Dconnect.project-root=…");
    }

    /** What is kept between runs. */
    public Path local() {
        return root.resolve(".local");
    }

    /** The programs that come packed in jars, unpacked. */
    Path binaries() {
        return local().resolve("binaries");
    }

    Path data(String server) {
        return local().resolve(server);
    }

    Path logs() {
        return local().resolve("logs");
    }

    /** The built files of the web client, if they are built. */
    Path webClient() {
        return root.resolve("web-client/target/site");
    }

    /** The runnable jar of a module, as the last build left it. */
    Path executable(String module) {
        return inTarget(module, "*-exec.jar")
                .orElseThrow(() -> new StackException("There is no " + module + "/target/" + module
                        + "-…-exec.jar yet. Build it with: mvn -DskipTests package"));
    }

    Path s3proxy() {
        return inTarget("local-stack", "s3proxy.jar")
                .orElseThrow(() -> new StackException(
                        "There is no local-stack/target/s3proxy.jar yet. Build it with: mvn -DskipTests package"));
    }

    private Optional<Path> inTarget(String module, String glob) {
        var target = root.resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var found = Files.newDirectoryStream(target, glob)) {
            for (var file : found) {
                return Optional.of(file);
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new StackException("Cannot look into " + target, unreadable);
        }
    }
}
