package com.realtimeconnect.common.privacy;

import java.util.Map;

/**
 * What one service answers when it has erased a person.
 *
 * @param changed how many rows, keys or objects, by where they are
 */
public record ErasureReport(Map<String, Integer> changed) {

    public ErasureReport {
        changed = Map.copyOf(changed);
    }
}
