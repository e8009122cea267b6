package com.realtimeconnect.user.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Tells ages by the calendar of UTC. Who was born on 29 February is a year older on 1 March. */
@Component
public class Ages {

    private final Clock clock;

    Ages(Clock clock) {
        this.clock = clock;
    }

    /** Whole years since birth; negative for a date to come. */
    public int of(LocalDate birthDate) {
        return Period.between(birthDate, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .getYears();
    }

    /** Whether that day is still to come. */
    public boolean isAhead(LocalDate date) {
        return date.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
