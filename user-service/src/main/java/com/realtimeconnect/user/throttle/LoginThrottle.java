package com.realtimeconnect.user.throttle;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, per account and per address, longer with each wrong try. A try is counted before it is made and
 * taken back when it was right. Strangers who guess close an account for a while to other strangers: networks from which the
 * person has logged in before are counted each by itself.
 */
@Component
public class LoginThrottle {

    private final AttemptCounter counter;
    private final FamiliarNetworks networks;
    private final ThrottleProperties properties;
    private final MeterRegistry meters;

    LoginThrottle(
            AttemptCounter counter, FamiliarNetworks networks, ThrottleProperties properties, MeterRegistry meters) {
        this.counter = counter;
        this.networks = networks;
        this.properties = properties;
        this.meters = meters;
    }

    /**
     * Allows one try at proving to be somebody.
     *
     * @param subject whom the client claims to be, whether or not there is such an account
     * @throws ProblemException too-many-requests, with the time to wait
     */
    public Attempt begin(String subject, String address) {
        var bySubject = new Counted(key("account", subject), properties.accountAttempts());
        bySubject.begin("account");
        return new Attempt(bySubject, beginAt(address, bySubject), () -> {});
    }

    /**
     * The same for logging in, where the person's own networks are told from strangers'. It takes as many steps for a
     * subject that does not exist.
     */
    public Attempt beginLogin(String subject, String address) {
        var network = subject + "\n" + network(address);
        var familiar = networks.isFamiliar(key("network", network));
        var bySubject =
                new Counted(familiar ? key("account", network) : key("account", subject), properties.accountAttempts());
        bySubject.begin("account");
        return new Attempt(bySubject, beginAt(address, bySubject), () -> networks.remember(key("network", network)));
    }

    /** The same without a subject, where closing one for strangers' guesses would do more harm than they could. */
    public Attempt begin(String address) {
        var byAddress = byAddress(address);
        byAddress.begin("address");
        return new Attempt(new Counted("", 0), byAddress, () -> {});
    }

    /** Holds no wrong try against this subject any more, who was proven by other means. */
    public void pardon(String subject) {
        new Counted(key("account", subject), properties.accountAttempts()).reset();
    }

    private Counted beginAt(String address, Counted bySubject) {
        var byAddress = byAddress(address);
        try {
            byAddress.begin("address");
            return byAddress;
        } catch (ProblemException refused) {
            bySubject.forgive();
            throw refused;
        }
    }

    private Counted byAddress(String address) {
        return new Counted(key("address", network(address)), properties.addressAttempts());
    }

    /** One household's IPv6 addresses are a /64: the first four groups, if they are written out. */
    private static String network(String address) {
        var groups = address.split(":", -1);
        return groups.length == 8 ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }

    /** No e-mail or address is readable in Redis. */
    private static String key(String kind, String subject) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return "login:attempts:" + kind + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** A try that is counted as wrong until it says otherwise. */
    public static final class Attempt {

        private final Counted bySubject;
        private final Counted byAddress;
        private final Runnable whenRight;

        private Attempt(Counted bySubject, Counted byAddress, Runnable whenRight) {
            this.bySubject = bySubject;
            this.byAddress = byAddress;
            this.whenRight = whenRight;
        }

        /** The proof was right: nothing is held against the subject any more, and not this try against the address. */
        public void succeed() {
            bySubject.reset();
            byAddress.forgive();
            whenRight.run();
        }

        /** The try was not made. */
        public void withdraw() {
            bySubject.forgive();
            byAddress.forgive();
        }
    }

    /** One counter; without a cap it does nothing. */
    private final class Counted {

        private final String key;
        private final int free;

        private Counted(String key, int free) {
            this.key = key;
            this.free = free;
        }

        void begin(String kind) {
            var wait = free == 0 ? Duration.ZERO : counter.begin(key, free);
            if (wait.isPositive()) {
                meters.counter("connect.login.throttled", "by", kind).increment();
                throw Problems.tooManyRequests(wait);
            }
        }

        void forgive() {
            if (free > 0) {
                counter.forgive(key, free);
            }
        }

        void reset() {
            if (free > 0) {
                counter.reset(key);
            }
        }
    }
}
