package com.realtimeconnect.localstack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to start, and where.
 *
 * @param data what is kept between runs, or null to throw everything away in the end
 * @param logs one file for each process
 * @param realtimeNodes how many processes of each service that holds sockets; the others have one
 * @param usualPorts whether the ports are the documented ones, moved by settings, or any that are free
 * @param jvm how the services run
 * @param preparation when quicker starts of the services are prepared
 */
public record StackPlan(
        ProjectFolder project,
        @Nullable Path data,
        Path logs,
        Settings settings,
        int realtimeNodes,
        boolean usualPorts,
        Jvm jvm,
        Preparation preparation) {

    /** When an archive of classes is made, if it is missing. */
    enum Preparation {
        /** Before most of the services start, which pays for itself in a build with all its starts. */
        BEFORE,
        /** For the next time: a person does not want to wait for it. */
        AFTER,
        NEVER
    }

    private static final int WEB_PORT = 3_000;
    private static final int POSTGRES_PORT = 15_432;
    private static final int REDIS_PORT = 16_379;
    private static final int S3_PORT = 19_000;

    /** How far the ports of a second node lie above those of the first. */
    private static final int NODE_STEP = 100;

    /** The stack of this project folder, with the data of the last run. */
    public static StackPlan lasting(ProjectFolder project, Settings settings, int realtimeNodes) {
        return new StackPlan(
                project,
                project.local(),
                project.logs(),
                settings,
                realtimeNodes,
                true,
                Jvm.QUICK_START,
                Preparation.AFTER);
    }

    /** A stack that disturbs no other and leaves only its logs. */
    public static StackPlan passing(ProjectFolder project, Path logs, Settings settings, int realtimeNodes) {
        return new StackPlan(project, null, logs, settings, realtimeNodes, false, Jvm.QUICK_START, Preparation.BEFORE);
    }

    /** The same as it starts with what there is. */
    public StackPlan unprepared() {
        return new StackPlan(project, data, logs, settings, realtimeNodes, usualPorts, jvm, Preparation.NEVER);
    }

    /**
     * A stack whose speed is measured: it disturbs no other, its services have the JVM settings of production, and what
     * it stores is as safe as in production, in this folder, which whoever asks for it empties and removes.
     */
    public static StackPlan measured(
            ProjectFolder project, Path data, Path logs, Settings settings, int realtimeNodes) {
        return new StackPlan(project, data, logs, settings, realtimeNodes, false, Jvm.FULL_SPEED, Preparation.NEVER);
    }

    int webPort() {
        return port("WEB_PORT", WEB_PORT);
    }

    int postgresPort() {
        return port("POSTGRES_PORT", POSTGRES_PORT);
    }

    int redisPort() {
        return port("REDIS_PORT", REDIS_PORT);
    }

    int s3Port() {
        return port("S3_PORT", S3_PORT);
    }

    int port(Service service, int node) {
        return usualPorts
                ? settings.port(service.portSetting(), service.usualPort()) + NODE_STEP * (node - 1)
                : Ports.anyFree();
    }

    int nodesOf(Service service) {
        return service.isRealtime() ? realtimeNodes : 1;
    }

    private int port(String setting, int usual) {
        return usualPorts ? settings.port(setting, usual) : Ports.anyFree();
    }
}
