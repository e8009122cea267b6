package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The services, made ready to start quickly. Their jars of jars are unpacked, and a start that nobody waits for leaves an
 * archive of the classes that it loaded (class-data sharing, JEP 350), which all later starts map into memory. Both are
 * kept in {@code .local/programs} until the jar is built anew, and stacks that run at the same time share them.
 */
final class ServicePrograms implements AutoCloseable {

    private static final String ARCHIVE = "start.jsa";

    private final ProjectFolder project;
    private final Jvm jvm;
    private final Path log;
    private @Nullable Thread trainer;

    /** @param log what unpacking and training print */
    ServicePrograms(ProjectFolder project, Jvm jvm, Path log) {
        this.project = project;
        this.jvm = jvm;
        this.log = log;
    }

    /** What to run for this service; unpacks it if that was not done yet. */
    List<String> command(Service service) {
        var jar = unpacked(service);
        var archive = jar.resolveSibling(ARCHIVE);
        // Told of an archive that is not there, Java would do without its own as well.
        return Files.exists(archive)
                ? jvm.run(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:aot=off"), jar)
                : jvm.run(List.of(), jar);
    }

    /**
     * Makes the archives that are missing, one after the other, while nothing else wants the processor. The database has to
     * be there, and as the services make it; nobody is served, since what is started ends before it listens.
     *
     * @param complaints is told in words if that fails; the services then start as slowly as before
     */
    void trainLater(Function<Service, Map<String, String>> environments, Consumer<String> complaints) {
        trainer = Thread.ofVirtual().start(() -> {
            try (var ignored = Turn.take(programs().resolve("training.lock"))) {
                for (var service : Service.values()) {
                    train(service, environments.apply(service));
                }
            } catch (ClosedByInterruptException | FileLockInterruptionException | InterruptedException closing) {
                Thread.currentThread().interrupt();
            } catch (IOException | StackException broken) {
                complaints.accept("The next start will be no quicker than this one: " + broken.getMessage());
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        if (trainer != null) {
            trainer.interrupt();
            trainer.join();
        }
    }

    private Path programs() {
        return project.local().resolve("programs");
    }

    /** Its folder is named after this very build of the jar. */
    private Path unpacked(Service service) {
        var jar = project.executable(service.fullName());
        try {
            var build = Long.toString(Files.getLastModifiedTime(jar).toMillis(), Character.MAX_RADIX) + "-"
                    + Long.toString(Files.size(jar), Character.MAX_RADIX);
            var builds = Files.createDirectories(programs().resolve(service.fullName()));
            if (!Files.isDirectory(builds.resolve(build))) {
                unpack(service, jar, builds, build);
            }
            return builds.resolve(build).resolve(jar.getFileName());
        } catch (IOException broken) {
            throw new StackException(jar + " cannot be unpacked", broken);
        }
    }

    private void unpack(Service service, Path jar, Path builds, String build) throws IOException {
        try (var ignored = Turn.take(programs().resolve("unpacking.lock"))) {
            if (Files.isDirectory(builds.resolve(build))) {
                return;
            }
            // Of older builds; a service that still runs from one keeps what it has open.
            Folders.deleteAllIn(builds);
            var fresh = builds.resolve("unpacking");
            var command = List.of(
                    Jvm.java(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--destination",
                    fresh.toString());
            run(service, command, Map.of());
            Files.move(fresh, builds.resolve(build), StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while " + jar + " was unpacked", interrupted);
        }
    }

    private void train(Service service, Map<String, String> environment) throws IOException, InterruptedException {
        var jar = unpacked(service);
        var archive = jar.resolveSibling(ARCHIVE);
        if (Files.exists(archive)) {
            return;
        }
        var unfinished = jar.resolveSibling("unfinished.jsa");
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(jvm.run(
                List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-Xlog:cds=off", "-Dspring.context.exit=onRefresh"),
                jar));
        run(service, command, environment);
        Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(Service service, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var program = new SupervisedProcess.Program(
                "Preparing " + service.fullName(), command, environment, project.root(), log, "TERM", null);
        var process = SupervisedProcess.start(program);
        try {
            if (process.awaitEnd() != 0) {
                throw new IOException(program.name() + " failed:\n" + LogFile.tail(log));
            }
        } finally {
            // Asked kindly it would write its archive first.
            process.kill();
        }
    }

    /** A lock between processes, so that only one of them does what it is about. */
    private record Turn(FileChannel channel) implements AutoCloseable {

        static Turn take(Path file) throws IOException {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.lock();
                return new Turn(channel);
            } catch (IOException | RuntimeException broken) {
                channel.close();
                throw broken;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
