package com.realtimeconnect.localstack;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The five services, in the order in which they start. */
public enum Service {
    USER(3001, "user_service", null),
    QUEUING(3002, null, "/ws"),
    INTERACTION(3003, "interaction_service", "/ws"),
    HISTORY(3004, "history_service", null),
    COMMUNICATION(3005, "communication_service", "/chat");

    private final int usualPort;
    private final @Nullable String databaseRole;
    private final @Nullable String webSocketPath;

    Service(int usualPort, @Nullable String databaseRole, @Nullable String webSocketPath) {
        this.usualPort = usualPort;
        this.databaseRole = databaseRole;
        this.webSocketPath = webSocketPath;
    }

    /** As in settings and service tokens, such as {@code user}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the module and in logs, such as {@code user-service}. */
    public String fullName() {
        return shortName() + "-service";
    }

    int usualPort() {
        return usualPort;
    }

    String portSetting() {
        return name() + "_PORT";
    }

    public String addressSetting() {
        return name() + "_SERVICE_URL";
    }

    @Nullable
    String databaseRole() {
        return databaseRole;
    }

    @Nullable
    String webSocketPath() {
        return webSocketPath;
    }

    /** Whether people hold sockets to it. */
    public boolean isRealtime() {
        return webSocketPath != null;
    }
}
