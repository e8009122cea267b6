package com.realtimeconnect.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path site;

    private Gateway gateway;

    @BeforeEach
    void open() {
        gateway = Gateway.start(Ports.anyFree(), site, new PageHeaders("http://localhost:19000"));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void servesThePageUnderAStrictPolicy() throws Exception {
        Files.writeString(site.resolve("index.html"), "<!doctype html>");
        Files.createDirectory(site.resolve("app"));
        Files.writeString(site.resolve("app/index-1.js"), "1");

        var page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "script-src 'self';",
                        "img-src 'self' blob: data: http://localhost:19000;")
                .doesNotContain("unsafe");
        assertThat(get("/app/index-1.js").headers().firstValue("Cache-Control").orElseThrow())
                .contains("immutable");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void saysHowToBuildAPageThatIsMissing() throws Exception {
        var answer = get("/");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("sh web-client/build.sh");
    }

    @Test
    void passesCallsOnWithTheirQueryAndHost() throws Exception {
        var service = echo("one");
        try {
            gateway.route(Service.QUEUING, List.of(addressOf(service)));
            assertThat(get("/api/presence?userIds=a,b").body())
                    .isEqualTo(
                            "one /api/presence?userIds=a,b " + gateway.address().getAuthority());
            assertThat(get("/queuing/ws").body()).startsWith("one /ws ");
        } finally {
            service.stop(0);
        }
    }

    @Test
    void passesOverANodeThatIsGone() throws Exception {
        var one = echo("one");
        var two = echo("two");
        try {
            gateway.route(Service.QUEUING, List.of(addressOf(one), addressOf(two)));
            one.stop(0);
            for (var call = 0; call < 6; call++) {
                assertThat(get("/api/presence").body()).startsWith("two ");
            }
        } finally {
            two.stop(0);
        }
    }

    @Test
    void refusesAsTheServicesDo() throws Exception {
        var nobody = get("/auth/service-token");
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(nobody.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(nobody.body()).contains("\"code\":\"not-found\"", "\"status\":404");
        assertThat(nobody.headers().firstValue("X-Correlation-Id").orElseThrow())
                .isSubstringOf(nobody.body());

        var nobodyThere = get("/auth/me");
        assertThat(nobodyThere.statusCode()).isEqualTo(503);
        assertThat(nobodyThere.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(nobodyThere.body()).contains("\"code\":\"unavailable\"");
    }

    private static HttpServer echo(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var asked = name + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host");
            var body = asked.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI addressOf(HttpServer server) {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.address().resolve(path)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
