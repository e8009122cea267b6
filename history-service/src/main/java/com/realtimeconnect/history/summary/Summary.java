package com.realtimeconnect.history.summary;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person's calls add up to, as far back as the log goes. Only calls in which the two heard each other count.
 *
 * @param minutes whole minutes talked
 * @param kept calls that both kept
 * @param byIntent in alphabetical order
 * @param byWeek newest first, weeks without a call left out
 */
record Summary(long calls, long minutes, long kept, List<OfIntent> byIntent, List<OfWeek> byWeek) {

    Summary {
        byIntent = List.copyOf(byIntent);
        byWeek = List.copyOf(byWeek);
    }

    record OfIntent(String intent, long calls, long minutes, long kept) {}

    /**
     * One week, in UTC.
     *
     * @param week its Monday
     */
    record OfWeek(LocalDate week, long calls, long minutes, long kept) {}
}
