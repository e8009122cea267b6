package com.realtimeconnect.common.observability;

import com.realtimeconnect.common.identity.Uuids;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that ties together everything done for one request or frame. It lives in the logging context of the thread. */
public final class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";

    /** The key in the logging context (MDC). */
    public static final String KEY = "correlationId";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private CorrelationId() {}

    /** The id of the work that this thread does, or a new one if it has none. */
    public static String current() {
        var current = MDC.get(KEY);
        return current != null ? current : Uuids.next().toString();
    }

    /** What a client proposed if it is sane, else a new one. */
    public static String accept(@Nullable String proposed) {
        return proposed != null && SANE.matcher(proposed).matches()
                ? proposed
                : Uuids.next().toString();
    }

    /** Puts the id on this thread until the scope is closed, and then what was there before. */
    public static Scope open(String correlationId) {
        var before = MDC.get(KEY);
        MDC.put(KEY, correlationId);
        return () -> {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        };
    }

    /** Closed on the thread that opened it. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
