package com.realtimeconnect.user.password;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import com.realtimeconnect.common.secret.ProductionGuard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords with bcrypt on a few threads of its own, so that a flood of logins costs neither the
 * other requests their threads nor the machine its last core. When too many wait already, the caller is refused at once.
 */
@Component
public class PasswordHasher implements AutoCloseable {

    /** The longest password in bytes: bcrypt reads no further. */
    public static final int LONGEST_BYTES = 72;

    static final ProblemType BUSY = new ProblemType("busy", "Too much to do just now", 503);

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);
    /** Salt and hash of a password that nobody has. */
    private static final String NOBODYS = "C6UzMDM.H6dfI/f/IKcEeO7ZBpC5rCPVjIWmbN1YGd4Q5q0s3o7dK";

    private final int cost;
    private final BCryptPasswordEncoder encoder;
    private final ThreadPoolExecutor threads;
    private final Duration patience;
    private final Timer timer;
    private final Counter refused;

    PasswordHasher(PasswordProperties properties, ProductionGuard guard, MeterRegistry meters) {
        cost = properties.bcryptCost();
        if (guard.isProduction() && cost < PasswordProperties.LOWEST_PRODUCTION_COST) {
            throw new IllegalStateException("PRODUCTION=true, but BCRYPT_COST is " + cost + ": at least "
                    + PasswordProperties.LOWEST_PRODUCTION_COST + " is needed");
        }
        encoder = new BCryptPasswordEncoder(cost);
        patience = properties.patience();
        threads = new ThreadPoolExecutor(
                properties.threads(),
                properties.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(properties.queue()),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        timer = meters.timer("connect.password.hashing");
        refused = meters.counter("connect.password.refused");
        Gauge.builder(
                        "connect.password.waiting",
                        threads,
                        pool -> pool.getQueue().size())
                .register(meters);
    }

    public String hash(String password) {
        return await(() -> encode(password));
    }

    /**
     * Whether this password has this hash. It takes the same time for any hash, also for one of a lower cost, and for
     * none at all, which nothing matches: the time tells nobody whether an account exists.
     */
    public boolean matches(String password, @Nullable String hash) {
        return await(() -> compare(password, hash));
    }

    /**
     * Spares whoever would be turned away anyhow the work that comes before hashing, which is what a flood of logins costs.
     *
     * @throws ProblemException busy, if nobody more can wait for a turn just now
     */
    public void requireRoom() {
        if (threads.getQueue().remainingCapacity() == 0) {
            throw busy();
        }
    }

    /** Whether the hash was made at a lower cost than is configured now. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private String encode(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("No password to hash");
        }
        return hash;
    }

    private boolean compare(String password, @Nullable String hash) {
        var tooLong = password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
        if (hash == null || tooLong) {
            encoder.matches(tooLong ? "" : password, nobodysHash(cost));
            return false;
        }
        return encoder.matches(password, hash) || wasteTheDifference(password, hash);
    }

    /** After a hash of a lower cost c, the rounds up to ours: 2^c + (2^c + … + 2^(cost-1)) = 2^cost. Always false. */
    private boolean wasteTheDifference(String password, String hash) {
        for (var lower = costOf(hash); lower < cost; lower++) {
            encoder.matches(password, nobodysHash(lower));
        }
        return false;
    }

    private static int costOf(String hash) {
        return Integer.parseInt(hash, 4, 6, 10);
    }

    private static String nobodysHash(int cost) {
        return "$2a$%02d$%s".formatted(cost, NOBODYS);
    }

    private <T> T await(Callable<T> work) {
        try {
            var turn = threads.submit(() -> timer.recordCallable(work));
            try {
                return turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                turn.cancel(false);
            }
        } catch (RejectedExecutionException | TimeoutException full) {
            throw busy();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A password could not be hashed", broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private ProblemException busy() {
        refused.increment();
        return new ProblemException(BUSY, "Too many people log in at this moment; try again shortly")
                .withRetryAfter(COME_BACK_AFTER)
                .asExpected();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
