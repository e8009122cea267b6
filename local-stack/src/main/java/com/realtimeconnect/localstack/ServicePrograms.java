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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The services, made ready to start quickly. Their jars of jars are unpacked into {@code .local/programs}, every library
 * once for all of them, and of the classes in the libraries that all have there is a {@link ClassArchive}. Stacks that run
 * at the same time share both.
 */
final class ServicePrograms implements AutoCloseable {

    /** A library with this in its name may be another one tomorrow. */
    private static final String UNSETTLED = "-SNAPSHOT";

    /** It has sockets as well as a database, so it loads most of what any of them does. */
    static final Service TRAINEE = Service.INTERACTION;

    private final ProjectFolder project;
    private final Jvm jvm;
    private final Path log;
    private final Map<Service, Program> unpacked = new EnumMap<>(Service.class);
    private @Nullable Thread trainer;

    /** @param log what unpacking and training print */
    ServicePrograms(ProjectFolder project, Jvm jvm, Path log) {
        this.project = project;
        this.jvm = jvm;
        this.log = log;
    }

    /**
     * A service as it lies unpacked.
     *
     * @param libraries the names of those that do not change, in the order of its class path; the jar itself knows where
     *     the others are
     */
    private record Program(Path jar, String mainClass, List<String> libraries) {

        static Program of(Path jar) throws IOException {
            try (var open = new JarFile(jar.toFile())) {
                var manifest = open.getManifest().getMainAttributes();
                var libraries = Stream.of(
                                manifest.getValue(Attributes.Name.CLASS_PATH).split(" ", -1))
                        .map(library -> library.substring(library.lastIndexOf('/') + 1))
                        .filter(ServicePrograms::isSettled)
                        .toList();
                return new Program(jar, manifest.getValue(Attributes.Name.MAIN_CLASS), libraries);
            }
        }
    }

    private static boolean isSettled(String library) {
        return !library.contains(UNSETTLED);
    }

    /** What to run for this service. */
    List<String> command(Service service) {
        var archive = archive();
        return command(service, archive, archive.options());
    }

    private List<String> command(Service service, ClassArchive archive, List<String> options) {
        var program = program(service);
        var own = Stream.concat(
                program.libraries().stream()
                        .map(libraries()::resolve)
                        .filter(library -> !archive.libraries().contains(library)),
                Stream.of(program.jar()));
        var classPath = Stream.concat(archive.libraries().stream(), own).toList();
        return jvm.command(options, classPath, List.of(program.mainClass()));
    }

    /** In the order of the first, whose class path is as good as any. */
    private ClassArchive archive() {
        var shared = new ArrayList<>(program(Service.USER).libraries());
        for (var service : Service.values()) {
            shared.retainAll(program(service).libraries());
        }
        return new ClassArchive(
                programs(), jvm, shared.stream().map(libraries()::resolve).toList());
    }

    /**
     * Makes the archive if it is missing, and waits for another stack that makes it. A service is started for that, which
     * needs its stores, as user-service has made them, but serves nobody, since it ends before it listens.
     *
     * @param environment of {@link #TRAINEE}
     * @param complaints is told in words if that fails; the services then start as slowly as before
     */
    void train(Map<String, String> environment, Consumer<String> complaints) {
        train(List.of(), environment, complaints);
    }

    /** Does the same in the background, while nothing else wants the processor, for the next time. */
    void trainLater(Map<String, String> environment, Consumer<String> complaints) {
        trainer = Thread.ofVirtual().start(() -> train(List.of("nice", "-n", "19"), environment, complaints));
    }

    private void train(List<String> priority, Map<String, String> environment, Consumer<String> complaints) {
        var archive = archive();
        if (archive.exists()) {
            return;
        }
        try (var ignored = Turn.take(programs().resolve("training.lock"))) {
            if (!archive.exists()) {
                var classes = programs().resolve("classes.list");
                var unfinished = programs().resolve("unfinished");
                var listing = new ArrayList<>(ClassArchive.listing(classes));
                listing.add("-Dspring.context.exit=onRefresh");
                run("Listing classes", with(priority, command(TRAINEE, archive, listing)), environment);
                ClassArchive.strikeOutGenerated(classes);
                run("Archiving classes", with(priority, archive.making(classes, unfinished)), Map.of());
                archive.accept(unfinished);
                Files.delete(classes);
            }
        } catch (ClosedByInterruptException | FileLockInterruptionException | InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException | StackException broken) {
            complaints.accept("The services start no quicker than this: " + broken.getMessage());
        }
    }

    private static List<String> with(List<String> priority, List<String> command) {
        return Stream.concat(priority.stream(), command.stream()).toList();
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

    private Path libraries() {
        return programs().resolve("lib");
    }

    /** As the last build left it; unpacks it if that was not done yet. */
    private synchronized Program program(Service service) {
        return unpacked.computeIfAbsent(service, this::unpacked);
    }

    /** Its folder is named after this very build of the jar. */
    private Program unpacked(Service service) {
        var jar = project.executable(service.fullName());
        try {
            var build = Long.toString(Files.getLastModifiedTime(jar).toMillis(), Character.MAX_RADIX) + "-"
                    + Long.toString(Files.size(jar), Character.MAX_RADIX);
            var folder = Files.createDirectories(programs().resolve(service.fullName()))
                    .resolve(build);
            var program = folder.resolve(jar.getFileName());
            if (!isWhole(program)) {
                unpack(service, jar, folder, program);
            }
            return Program.of(program);
        } catch (IOException broken) {
            throw new StackException(jar + " cannot be unpacked", broken);
        }
    }

    private boolean isWhole(Path program) throws IOException {
        return Files.exists(program)
                && Program.of(program).libraries().stream()
                        .map(libraries()::resolve)
                        .allMatch(Files::exists);
    }

    private void unpack(Service service, Path jar, Path folder, Path program) throws IOException {
        try (var ignored = Turn.take(programs().resolve("unpacking.lock"))) {
            if (isWhole(program)) {
                return;
            }
            // Of older builds; a service that still runs from one keeps what it has open.
            Folders.deleteAllIn(programs().resolve(service.fullName()));
            var fresh = folder.resolveSibling("unpacking");
            var command = List.of(
                    Jvm.java(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--destination",
                    fresh.toString());
            run("Unpacking " + service.fullName(), command, Map.of());
            keepLibraries(fresh.resolve("lib"));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while " + jar + " was unpacked", interrupted);
        }
    }

    /** Puts them where those of all services are. One that is there stays, since an archive also knows it by its time. */
    private void keepLibraries(Path fresh) throws IOException {
        Files.createDirectories(libraries());
        try (var found = Files.newDirectoryStream(
                fresh, library -> isSettled(library.getFileName().toString()))) {
            for (var library : found) {
                var kept = libraries().resolve(library.getFileName());
                if (Files.exists(kept)) {
                    Files.delete(library);
                } else {
                    Files.move(library, kept, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private void run(String name, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var program = new SupervisedProcess.Program(name, command, environment, project.root(), log, "TERM", null);
        var process = SupervisedProcess.start(program);
        try {
            if (process.awaitEnd() != 0) {
                throw new IOException(program.name() + " failed:\n" + LogFile.tail(log));
            }
        } finally {
            // Nobody waits for what it has not finished.
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
