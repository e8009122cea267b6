package com.realtimeconnect.common.security;

import com.realtimeconnect.common.identity.Role;
import java.util.ArrayList;
import java.util.List;
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
        rules.add(new Rule(method, pattern, Caller.ANYBODY, null));
        return this;
    }

    /** Our own services only. */
    public AccessRules service(HttpMethod method, String pattern) {
        rules.add(new Rule(method, pattern, Caller.SERVICE, null));
        return this;
    }

    /** People of one role only. */
    public AccessRules role(Role role, HttpMethod method, String pattern) {
        rules.add(new Rule(method, pattern, Caller.ROLE, role));
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
            @org.jspecify.annotations.Nullable Role role) {

        /** What is served where GET is: Spring answers HEAD by the same handler (RFC 9110, section 9.3.2). */
        List<HttpMethod> methods() {
            return method.equals(HttpMethod.GET) ? List.of(HttpMethod.GET, HttpMethod.HEAD) : List.of(method);
        }
    }
}
