package com.realtimeconnect.localstack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the person who starts the stack wants to be different: {@code NAME=value} for everything, {@code service.NAME=value}
 * for one service, and below both the environment. What is not set here has the default of whoever reads it.
 */
public final class Settings {

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:(user|queuing|interaction|history|communication)\\.)?([A-Z][A-Z0-9_]*)=(.*)");

    private final Map<String, String> environment;
    private final Map<String, String> assigned;

    private Settings(Map<String, String> environment, Map<String, String> assigned) {
        this.environment = Map.copyOf(environment);
        this.assigned = Map.copyOf(assigned);
    }

    /** Reads assignments as they are written on a command line. */
    public static Settings of(Map<String, String> environment, List<String> assignments) {
        var assigned = new HashMap<String, String>();
        for (var assignment : assignments) {
            if (!ASSIGNMENT.matcher(assignment).matches()) {
                throw new StackException("--set wants NAME=value, or service.NAME=value for one service, such as "
                        + "CALL_SECONDS=30 or user.BCRYPT_COST=13; this is neither: " + assignment);
            }
            var equals = assignment.indexOf('=');
            assigned.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return new Settings(environment, assigned);
    }

    /** The same, but with a value for a name that nobody has set. */
    public Settings orElse(String name, String value) {
        if (value(name).isPresent()) {
            return this;
        }
        var more = new HashMap<>(assigned);
        more.put(name, value);
        return new Settings(environment, more);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(assigned.get(name)).or(() -> Optional.ofNullable(environment.get(name)));
    }

    int port(String name, int usual) {
        var text = value(name).orElse(Integer.toString(usual));
        try {
            var port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new StackException(name + " is no port: " + text, notANumber);
        }
        throw new StackException(name + " is no port: " + text);
    }

    /**
     * The whole difference between our environment and that of a service.
     *
     * @param defaults what the environment may override
     * @param own what only {@code service.NAME=value} may override, since every service has another
     */
    Map<String, String> environmentOf(Service service, Map<String, String> defaults, Map<String, String> own) {
        var result = new LinkedHashMap<String, String>();
        defaults.forEach((name, value) -> result.put(name, environment.getOrDefault(name, value)));
        assigned.forEach((name, value) -> {
            if (name.indexOf('.') < 0) {
                result.put(name, value);
            }
        });
        result.putAll(own);
        var prefix = service.shortName() + ".";
        assigned.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                result.put(name.substring(prefix.length()), value);
            }
        });
        return result;
    }
}
