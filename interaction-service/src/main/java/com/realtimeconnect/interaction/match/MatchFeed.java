package com.realtimeconnect.interaction.match;

import com.realtimeconnect.common.event.queuing.MatchFound;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.observability.CorrelationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the match streams, a thread and a connection for each intent, as one of the consumers that share them. What
 * cannot be handled now stays unconfirmed and comes again.
 */
@Component
class MatchFeed implements SmartLifecycle {

    /** Shorter than the timeout of a Redis command. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(MatchFeed.class);

    private final RedisConnectionFactory redis;
    private final MatchFoundHandler handler;
    private final MatchProperties properties;
    private final JsonMapper json;
    private final String consumer = Uuids.next().toString();
    private final List<Thread> readers = new ArrayList<>();
    private volatile boolean running;

    MatchFeed(RedisConnectionFactory redis, MatchFoundHandler handler, MatchProperties properties, JsonMapper json) {
        this.redis = redis;
        this.handler = handler;
        this.properties = properties;
        this.json = json;
    }

    @Override
    public void start() {
        running = true;
        for (var intent : properties.intentNames()) {
            readers.add(Thread.ofVirtual().name("matches-" + intent).start(() -> readUntilStopped(intent)));
        }
    }

    /** Finishes what is in hand. */
    @Override
    public void stop() {
        running = false;
        try {
            for (var reader : readers) {
                reader.join(PATIENCE.multipliedBy(5));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        readers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void readUntilStopped(String intent) {
        while (running) {
            try (var connection = redis.getConnection()) {
                read(intent, new MatchStream(intent, consumer, connection));
            } catch (RuntimeException unreachable) { // whatever it is, matches must go on being read
                log.atWarn()
                        .addKeyValue("intent", intent)
                        .addKeyValue("error", unreachable.getMessage())
                        .log("The match stream cannot be read, trying again");
                pause();
            }
        }
    }

    private void read(String intent, MatchStream stream) {
        var nextLook = System.nanoTime();
        while (running) {
            handleAll(stream, stream.readNew(PATIENCE));
            if (System.nanoTime() - nextLook >= 0) {
                takeOver(intent, stream);
                nextLook = System.nanoTime() + properties.retry().toNanos();
            }
        }
    }

    private void takeOver(String intent, MatchStream stream) {
        try {
            handleAll(stream, stream.takeOver(properties.lease(), properties.retry()));
        } catch (DataAccessException failed) {
            if (!MatchStream.isWithoutGroup(failed)) {
                throw failed;
            }
            log.atInfo().addKeyValue("intent", intent).log("The consumer group is gone and will be made again");
        }
    }

    private void handleAll(MatchStream stream, List<MatchStream.Entry> entries) {
        var handled = new ConcurrentLinkedQueue<MatchStream.Entry>();
        if (entries.size() == 1) {
            handle(entries.getFirst(), handled);
        } else {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                entries.forEach(entry -> threads.execute(() -> handle(entry, handled)));
            }
        }
        stream.confirm(handled);
    }

    private void handle(MatchStream.Entry entry, Collection<MatchStream.Entry> handled) {
        var match = read(entry);
        var correlationId = match.map(MatchFound::correlationId).orElse(null);
        try (var ignored = CorrelationId.open(CorrelationId.accept(correlationId))) {
            match.ifPresent(handler::handle);
            handled.add(entry);
        } catch (RuntimeException notNow) { // unconfirmed, so that nothing is lost; too old, it is refused
            log.atWarn()
                    .addKeyValue("entry", entry.id())
                    .addKeyValue("error", notNow.getMessage())
                    .log("A match cannot be handled now, and comes again");
        }
    }

    private Optional<MatchFound> read(MatchStream.Entry entry) {
        try {
            var match = json.readValue(entry.match(), MatchFound.class);
            if (isWhole(match)) {
                return Optional.of(match);
            }
        } catch (JacksonException unreadable) {
            log.atDebug().setCause(unreadable).log("Unreadable");
        }
        log.atError().addKeyValue("entry", entry.id()).log("An entry of the match stream is no match, and is dropped");
        return Optional.empty();
    }

    /** JSON may leave out what the record promises. */
    private static boolean isWhole(@Nullable MatchFound match) {
        return match != null
                && Stream.of(match.matchId(), match.intent(), match.matchedAt(), match.woman(), match.man())
                        .allMatch(Objects::nonNull)
                && Stream.of(match.woman(), match.man())
                        .flatMap(side -> Stream.of(side.userId(), side.joinedAt(), side.ticket()))
                        .allMatch(Objects::nonNull);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
