package com.realtimeconnect.user;

import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Ports;
import com.realtimeconnect.test.LocalServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real S3 server (S3Proxy over a folder) as a process of its own, once for the JVM. A test may stop it, and starts it again. */
public final class S3Process {

    public static final String BUCKET = "test-assets";
    static final String ACCESS_KEY = "test-access-key";
    static final String SECRET_KEY = "test-secret-key-of-some-length";

    private static final S3Process SHARED = new S3Process();

    private final int port;
    private final Path folder;
    private @Nullable Process process;

    private S3Process() {
        port = Ports.anyFree();
        try {
            folder = Files.createTempDirectory("connect-s3-");
            Files.createDirectories(folder.resolve("buckets").resolve(BUCKET));
            Files.writeString(folder.resolve("s3proxy.properties"), """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    s3proxy.ignore-unknown-headers=true
                    jclouds.provider=filesystem-nio2
                    jclouds.filesystem.basedir=%s
                    """.formatted(
                            port, ACCESS_KEY, SECRET_KEY, folder.resolve("buckets")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        start();
    }

    public static S3Process shared() {
        return SHARED;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** How many objects there are. */
    public long objects() {
        return files().size();
    }

    /** How many objects this asset has. */
    public long objectsOf(String assetId) {
        return filesOf(assetId).size();
    }

    /** Whether somebody whom this server does not know, such as nginx, can read the files of this asset. */
    public boolean isOpenToAll(String assetId) throws IOException {
        for (var file : filesOf(assetId)) {
            if (!Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                return false;
            }
        }
        return true;
    }

    private List<Path> filesOf(String assetId) {
        return files().stream()
                .filter(file -> file.toString().contains(assetId))
                .toList();
    }

    private List<Path> files() {
        try (var files = Files.walk(folder.resolve("buckets").resolve(BUCKET))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public synchronized void start() {
        var jar = LocalServices.projectRoot().resolve("user-service/tests/target/s3proxy.jar");
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx96m",
                            "-jar",
                            jar.toString(),
                            "--properties",
                            folder.resolve("s3proxy.properties").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("s3proxy.log").toFile())
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(this::answers);
    }

    public synchronized void stop() {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            process = null;
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
