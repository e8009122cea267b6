package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** S3 on this machine: S3Proxy as a process of its own, which keeps each bucket as a folder. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "connect-assets";
    public static final String ACCESS_KEY = "local-access-key";
    public static final String SECRET_KEY = "local-secret-key-not-for-production";

    private static final Duration START_TIME = Duration.ofSeconds(60);

    private final SupervisedProcess process;
    private final int port;

    private S3Server(SupervisedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it over a folder, with our bucket in it, and waits until it answers. */
    public static S3Server start(ProjectFolder project, Path data, int port, Path log) throws IOException {
        var buckets = data.toAbsolutePath().resolve("buckets");
        Files.createDirectories(buckets.resolve(BUCKET));
        var configuration = Files.writeString(
                data.resolve("s3proxy.properties"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.ignore-unknown-headers=true
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(port, ACCESS_KEY, SECRET_KEY, buckets));
        var command = List.of(
                Jvm.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-jar",
                project.s3proxy().toString(),
                "--properties",
                configuration.toAbsolutePath().toString());
        var program = new SupervisedProcess.Program("S3", command, Map.of(), data.toAbsolutePath(), log, "TERM", null);
        var server = new S3Server(SupervisedProcess.start(program), port);
        server.awaitAnswer();
        return server;
    }

    private void awaitAnswer() {
        var deadline = System.nanoTime() + START_TIME.toNanos();
        while (!Ports.answers(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.close();
                throw new StackException("S3Proxy does not answer:\n" + LogFile.tail(process.log()));
            }
            Pause.shortly();
        }
    }

    public String endpoint() {
        return "http://localhost:" + port;
    }

    public SupervisedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
