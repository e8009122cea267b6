package com.realtimeconnect.load.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** What a stack held before a scenario, to be compared with what it holds afterwards. */
public final class Traces {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Pools of connections and of threads may grow to their size the first time they are used. */
    private static final int POOLS = 64;

    private final Stores stores;
    private final Map<ProcessGroup, Long> sockets = new EnumMap<>(ProcessGroup.class);
    private final Map<ProcessGroup, Long> threads = new EnumMap<>(ProcessGroup.class);
    private final Set<String> keys;

    private Traces(Stores stores) {
        this.stores = stores;
        for (var service : ProcessGroup.SERVICES) {
            sockets.put(service, service.sockets());
            threads.put(service, service.threads());
        }
        keys = Set.copyOf(stores.endlessKeys());
    }

    public static Traces of(Stores stores) {
        return new Traces(stores);
    }

    /** What is there that was not there before, in words; nothing if all is as it was, if need be after some seconds. */
    public List<String> left() {
        var left = new AtomicReference<List<String>>(List.of());
        Await.until(PATIENCE, () -> {
            left.set(now());
            return left.get().isEmpty();
        });
        return left.get();
    }

    private List<String> now() {
        var left = new ArrayList<String>();
        for (var service : ProcessGroup.SERVICES) {
            var moreSockets = service.sockets() - Objects.requireNonNull(sockets.get(service));
            if (moreSockets > POOLS) {
                left.add(moreSockets + " sockets of " + service.title());
            }
            var moreThreads = service.threads() - Objects.requireNonNull(threads.get(service));
            if (moreThreads > POOLS) {
                left.add(moreThreads + " threads of " + service.title());
            }
        }
        var moreKeys = new HashSet<>(stores.endlessKeys());
        moreKeys.removeAll(keys);
        moreKeys.removeIf(Traces::isOneForAll);
        if (!moreKeys.isEmpty()) {
            left.add(moreKeys.size() + " Redis keys without an end, such as "
                    + moreKeys.iterator().next());
        }
        var busy = stores.busyConnections();
        if (busy > 0) {
            left.add(busy + " connections to PostgreSQL that are not idle");
        }
        return left;
    }

    /** There is one of these for each queue, however many people there are. */
    private static boolean isOneForAll(String key) {
        return key.startsWith("{queue:");
    }
}
