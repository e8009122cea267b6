package com.realtimeconnect.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GatewayRouteTests {

    private static final Pattern LOCATION = Pattern.compile("(?m)^location (= )?(/\\S*) \\{(.*)$");
    private static final Pattern UPSTREAM = Pattern.compile("proxy_pass \\$(\\w+);");

    @Test
    void hidesWhatOnlyServicesCall() {
        assertThat(serviceOf("/auth/service-token")).isEqualTo("nobody");
        assertThat(serviceOf("/api/history/log-interaction")).isEqualTo("nobody");
        assertThat(serviceOf("/api/history/connections/between/a/b")).isEqualTo("nobody");
        assertThat(serviceOf("/internal/people")).isEqualTo("page");
        assertThat(serviceOf("/actuator/prometheus")).isEqualTo("page");
        assertThat(serviceOf("/")).isEqualTo("page");
    }

    @Test
    void takesTheServiceOffTheSocketsOfTwoServices() {
        assertThat(GatewayRoute.of("/queuing/ws"))
                .get()
                .extracting(GatewayRoute::prefix)
                .isEqualTo("/queuing");
        assertThat(GatewayRoute.of("/interaction/ws"))
                .get()
                .extracting(GatewayRoute::prefix)
                .isEqualTo("/interaction");
        assertThat(GatewayRoute.of("/chat"))
                .get()
                .extracting(GatewayRoute::prefix)
                .isEqualTo("");
    }

    /** Who develops with this gateway and deploys with nginx must not be surprised. */
    @Test
    void agreesWithNginx() throws IOException {
        for (var location : nginxLocations()) {
            assertThat(serviceOf(location.path)).as(location.path).isEqualTo(location.service);
        }
    }

    private static String serviceOf(String path) {
        var route = GatewayRoute.of(path);
        if (route.isEmpty()) {
            return "page";
        }
        var service = route.get().service();
        return service == null ? "nobody" : service.shortName();
    }

    private record Location(String path, String service) {}

    private static List<Location> nginxLocations() throws IOException {
        var file = ProjectFolder.find().root().resolve("deploy/nginx/routes.conf");
        var text = Files.readString(file);
        var found = new ArrayList<Location>();
        var matcher = LOCATION.matcher(text);
        while (matcher.find()) {
            var block = text.substring(matcher.start(), text.indexOf('}', matcher.start()) + 1);
            var upstream = UPSTREAM.matcher(block);
            if (upstream.find()) {
                found.add(new Location(matcher.group(2), upstream.group(1)));
            } else if (block.contains("return 404")) {
                found.add(new Location(matcher.group(2), "nobody"));
            }
        }
        assertThat(found).hasSizeGreaterThan(15);
        return found;
    }
}
