package com.realtimeconnect.user.throttle;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Finds out where a request really comes from. {@code X-Forwarded-For} is read from the right, and only as far as
 * proxies that we trust wrote it: what stands further left is whatever the client liked to claim.
 */
@Component
public class ClientAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private final List<IpAddressMatcher> trusted;

    ClientAddress(ThrottleProperties properties) {
        trusted =
                properties.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
    }

    String of(String peer, @Nullable String forwardedFor) {
        var address = peer;
        if (forwardedFor == null) {
            return address;
        }
        var hops = Arrays.asList(forwardedFor.split(",", -1)).reversed();
        for (var hop : hops) {
            var candidate = hop.strip();
            if (!isTrusted(address) || !LITERAL.matcher(candidate).matches()) {
                break;
            }
            address = candidate;
        }
        return address;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }
}
