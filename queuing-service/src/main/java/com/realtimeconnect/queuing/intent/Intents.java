package com.realtimeconnect.queuing.intent;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The intents on offer, in the order of the configuration. */
@Component
public class Intents {

    private final Map<String, Intent> byName = new LinkedHashMap<>();

    Intents(IntentProperties properties) {
        properties.intents().stream().map(Intent::parse).forEach(intent -> byName.put(intent.name(), intent));
    }

    public Collection<Intent> all() {
        return byName.values();
    }

    /** The intent of this name, or null if it is not on offer (any more). */
    public @Nullable Intent find(String name) {
        return byName.get(name);
    }

    /** @throws ProblemException naming the intents on offer, if this is none of them */
    public Intent require(String name) {
        var intent = find(name);
        if (intent == null) {
            throw Problems.invalid("intent", "must be one of " + String.join(", ", byName.keySet()));
        }
        return intent;
    }
}
