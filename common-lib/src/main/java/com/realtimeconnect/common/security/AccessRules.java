package com.realtimeconnect.common.security;

import com.realtimeconnect.common.identity.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may call which endpoint of a service; declare one bean. What is not named here is for any logged-in person, and
 * {@code /internal/**} is for our own services only.
 */
public final class AccessRules {

    private final List<Rule> rules = new ArrayList<>();

    private AccessRules() {}

    public static AccessRules rules() {
        return new AccessRules();
    }

    /** Anybody, with or without a token. */
    public AccessRules open(HttpMethod method, String pattern) {
        return add(method, pattern, Caller.ANYBODY, null);
    }

    /** Our own services only. */
    public AccessRules service(HttpMethod method, String pattern) {
        return add(method, pattern, Caller.SERVICE, null);
    }

    /** People of one role only. */
    public AccessRules role(Role role, HttpMethod method, String pattern) {
        return add(method, pattern, Caller.ROLE, role);
    }

    /** Spring answers HEAD by the handler of GET (RFC 9110, section 9.3.2), so that it is for the same callers. */
    private AccessRules add(HttpMethod method, String pattern, Caller caller, @Nullable Role role) {
        rules.add(new Rule(method, pattern, caller, role));
        if (method.equals(HttpMethod.GET)) {
            rules.add(new Rule(HttpMethod.HEAD, pattern, caller, role));
        }
        return this;
    }

    List<Rule> all() {
        return List.copyOf(rules);
    }

    enum Caller {
        ANYBODY,
        SERVICE,
        ROLE
    }

    record Rule(
            HttpMethod method,
            String pattern,
            Caller caller,
            @Nullable Role role) {}
}
