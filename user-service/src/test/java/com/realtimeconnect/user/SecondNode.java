package com.realtimeconnect.user;

import com.realtimeconnect.test.LocalServicesInitializer;
import java.util.LinkedHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** More nodes of the service over the same stores, beside the one that the test framework runs. */
public final class SecondNode {

    private SecondNode() {}

    /** Starts a node with these settings ({@code NAME=value}); whoever asks for it closes it. */
    public static ConfigurableApplicationContext start(String... properties) {
        var all = new LinkedHashMap<String, String>(TestSurroundings.properties());
        all.put("server.port", "0");
        for (var property : properties) {
            var parts = property.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        return new SpringApplicationBuilder(UserServiceApplication.class)
                .initializers(new LocalServicesInitializer())
                .run(all.entrySet().stream().map(property -> "--" + property).toArray(String[]::new));
    }

    public static int port(ConfigurableApplicationContext node) {
        var server = ((ServletWebServerApplicationContext) node).getWebServer();
        if (server == null) {
            throw new IllegalStateException("The node has no web server");
        }
        return server.getPort();
    }
}
