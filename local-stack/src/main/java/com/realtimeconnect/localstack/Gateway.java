package com.realtimeconnect.localstack;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * One origin for browsers, as nginx is in production: the files of the web client, and the services behind them. The nodes
 * of a service take turns, and one that does not answer is passed over.
 */
final class Gateway implements AutoCloseable {

    private static final int CONNECTIONS_PER_THREAD = 1_000;
    private static final int SECONDS_UNTIL_A_LOST_NODE_IS_TRIED_AGAIN = 1;
    private static final int TRIES = 3;

    /** Its greetings are not ours. Kept, or else the level would be forgotten with it. */
    private static final List<Logger> QUIET =
            Stream.of("io.undertow", "org.xnio").map(Logger::getLogger).toList();

    private static final GatewayProblem PROBLEM = new GatewayProblem();

    private final Undertow server;
    private final int port;
    private final Path site;
    private final HttpHandler files;
    private final PageHeaders headers;
    private final Map<Service, LoadBalancingProxyClient> balancers = new EnumMap<>(Service.class);
    private final Map<Service, HttpHandler> proxies = new EnumMap<>(Service.class);
    private final Map<Service, Set<URI>> nodes = new EnumMap<>(Service.class);

    private Gateway(int port, Path site, PageHeaders headers) {
        this.port = port;
        this.headers = headers;
        this.site = site;
        files = new ResourceHandler(new PathResourceManager(site, 64 * 1_024)).addWelcomeFiles("index.html");
        for (var service : Service.values()) {
            var balancer = new LoadBalancingProxyClient()
                    .setConnectionsPerThread(CONNECTIONS_PER_THREAD)
                    .setProblemServerRetry(SECONDS_UNTIL_A_LOST_NODE_IS_TRIED_AGAIN);
            balancers.put(service, balancer);
            proxies.put(
                    service,
                    ProxyHandler.builder()
                            .setProxyClient(balancer)
                            .setMaxConnectionRetries(TRIES)
                            .build());
        }
        server = Undertow.builder()
                .addHttpListener(port, "localhost")
                .setIoThreads(2)
                .setWorkerThreads(4)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setHandler(this::handle)
                .build();
    }

    /** @param site the built web client; without it the page says how to build it */
    static Gateway start(int port, Path site, PageHeaders headers) {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        var gateway = new Gateway(port, site, headers);
        gateway.server.start();
        return gateway;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Says where the nodes of a service are from now on. */
    synchronized void route(Service service, List<URI> addresses) {
        var balancer = Objects.requireNonNull(balancers.get(service));
        var before = nodes.getOrDefault(service, Set.of());
        addresses.stream().filter(node -> !before.contains(node)).forEach(balancer::addHost);
        before.stream().filter(node -> !addresses.contains(node)).forEach(balancer::removeHost);
        nodes.put(service, new HashSet<>(addresses));
    }

    private void handle(HttpServerExchange exchange) throws Exception {
        exchange.addDefaultResponseListener(PROBLEM);
        var route = GatewayRoute.of(exchange.getRequestPath());
        if (route.isEmpty()) {
            serveFile(exchange);
            return;
        }
        var service = route.get().service();
        var proxy = service == null ? null : proxies.get(service);
        if (proxy == null) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND);
            return;
        }
        exchange.setRequestURI(
                exchange.getRequestPath().substring(route.get().prefix().length()));
        proxy.handleRequest(exchange);
    }

    private void serveFile(HttpServerExchange exchange) throws Exception {
        if (Files.isRegularFile(site.resolve("index.html"))) {
            headers.addTo(exchange);
            files.handleRequest(exchange);
        } else {
            explainMissingPage(exchange);
        }
    }

    private static void explainMissingPage(HttpServerExchange exchange) {
        exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        exchange.getResponseSender()
                .send("The web client is not built. It needs Node 20.19 or newer: sh web-client/build.sh\n");
    }

    @Override
    public void close() {
        server.stop();
    }
}
