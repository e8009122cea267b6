package com.realtimeconnect.user.export;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.throttle.DailyCounter;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Caps how many exports a person has in a day, for all nodes together. */
@Component
public class ExportThrottle {

    private static final String EXPORT = "export";

    private final DailyCounter counter;
    private final ExportProperties properties;

    ExportThrottle(DailyCounter counter, ExportProperties properties) {
        this.counter = counter;
        this.properties = properties;
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException too-many-requests above the cap */
    void count(UserId person) {
        if (properties.perDay() == 0) {
            return;
        }
        var wait = run(person);
        if (wait.isPositive()) {
            throw Problems.tooManyRequests(wait);
        }
    }

    private Duration run(UserId person) {
        try {
            return counter.count(EXPORT, person, properties.perDay());
        } catch (DataAccessException down) {
            throw Problems.unavailable("Exports cannot be counted just now", down);
        }
    }

    /** There was no export after all. */
    void forgive(UserId person) {
        if (properties.perDay() > 0) {
            counter.forgive(EXPORT, person);
        }
    }

    /** Forgets that this person ever had one. @return how many keys there were */
    public int forget(UserId person) {
        return counter.forget(EXPORT, person);
    }
}
