package com.realtimeconnect.user.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.user.SecondNode;
import com.realtimeconnect.user.UserApi;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether an account exists must not be told by what its refusal costs, either. */
class LoginCostTests {

    private static final Logger log = LoggerFactory.getLogger(LoginCostTests.class);
    private static final int TRIES = 200;
    private static final int BLOCK = 10;
    private static final int ROUNDS = 6;

    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /**
     * What counts is the work of this process, which other programs of the machine do not change. Blocks alternate, so that
     * warming up and what goes on besides fall on both. One good round of several will do: a way around the hash would show as
     * a multiple in each. At a cost of 8 instead of 12 the hash has a sixteenth of its real share, so that this is the harder
     * test.
     */
    @Test
    void costsTheSameForAKnownAndAnUnknownAddress() {
        try (var node = SecondNode.start("connect.passwords.bcrypt-cost=8", "connect.login.account-attempts=0")) {
            var api = new UserApi(() -> SecondNode.port(node));
            var known = api.woman().email();
            compare(api, known, TRIES / 5);
            var difference = 1.0;
            for (var round = 0; round < ROUNDS && difference >= 0.05; round++) {
                difference = compare(api, known, TRIES);
            }
            assertThat(difference).isLessThan(0.05);
        }
    }

    private double compare(UserApi api, String known, int tries) {
        var ofKnown = 0L;
        var ofUnknown = 0L;
        for (var done = 0; done < tries; done += BLOCK) {
            var unknown = UUID.randomUUID() + "@example.org";
            if (done / BLOCK % 2 == 0) {
                ofKnown += work(api, known);
                ofUnknown += work(api, unknown);
            } else {
                ofUnknown += work(api, unknown);
                ofKnown += work(api, known);
            }
        }
        var difference = Math.abs(1 - (double) ofUnknown / ofKnown);
        log.info(
                "Wrong login, of {} tries: {} µs of work for a known address, {} µs for an unknown one ({} % apart)",
                tries, ofKnown / tries / 1000, ofUnknown / tries / 1000, Math.round(difference * 1000) / 10.0);
        return difference;
    }

    private long work(UserApi api, String email) {
        var start = machine.getProcessCpuTime();
        for (var i = 0; i < BLOCK; i++) {
            assertThat(api.logIn(email, "a-wrong-password").status()).isEqualTo(401);
        }
        return machine.getProcessCpuTime() - start;
    }
}
