package com.realtimeconnect.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything on this machine: PostgreSQL, Redis, S3 and the five services, each a process of its own. */
public final class Stack implements AutoCloseable {

    private final StackPlan plan;
    private final ServicePrograms programs;
    private final Consumer<String> progress;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<Service, List<ServiceNode>> nodes = new EnumMap<>(Service.class);
    private Path keys = Path.of("keys");
    private Path mail = Path.of("mail");
    private final Deque<AutoCloseable> servers = new ArrayDeque<>();
    private volatile boolean closing;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Gateway gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Stack(StackPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        programs = new ServicePrograms(plan.project(), plan.jvm(), plan.logs().resolve("programs.log"));
    }

    /** One line of the table that is shown when all is up. */
    record Line(
            String name,
            String address,
            String docs,
            @Nullable Path log) {}

    /**
     * Starts everything and waits until it can serve; what was started is stopped again if something cannot.
     *
     * @param progress is told each step in words
     */
    public static Stack start(StackPlan plan, Consumer<String> progress) {
        var stack = new Stack(plan, progress);
        try {
            stack.choosePorts();
            stack.chooseFolders();
            stack.startServers();
            stack.startServices();
            stack.openGateway();
            stack.prepareNextStart();
            return stack;
        } catch (IOException | SQLException broken) {
            stack.close();
            throw new StackException("The local stack cannot start", broken);
        } catch (RuntimeException broken) {
            stack.close();
            throw broken;
        }
    }

    private void choosePorts() throws IOException {
        if (plan.data() != null) {
            servers.push(StackLock.take(plan.data()));
        }
        var wanted = new LinkedHashMap<String, Integer>();
        if (plan.settings().value("DB_URL").isEmpty()) {
            wanted.put("POSTGRES_PORT", plan.postgresPort());
        }
        if (isRedisOurs()) {
            wanted.put("REDIS_PORT", plan.redisPort());
        }
        if (plan.settings().value("S3_ENDPOINT").isEmpty()) {
            wanted.put("S3_PORT", plan.s3Port());
        }
        wanted.put("WEB_PORT", plan.webPort());
        for (var service : Service.values()) {
            for (var node = 1; node <= plan.nodesOf(service); node++) {
                wanted.put(portName(service, node), plan.port(service, node));
            }
        }
        Ports.requireFree(wanted);
        ports.putAll(wanted);
    }

    private boolean isRedisOurs() {
        return plan.settings().value("REDIS_URL").isEmpty()
                && plan.settings().value("REDIS_CLUSTER_NODES").isEmpty();
    }

    private static String portName(Service service, int node) {
        return node == 1 ? service.portSetting() : service.portSetting() + " (node " + node + ")";
    }

    private int port(String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    private void startServers() throws IOException, SQLException {
        var data = plan.data();
        if (ports.containsKey("POSTGRES_PORT")) {
            progress.accept("PostgreSQL");
            var postgres = keep(startPostgres(folder(data, "postgresql"), port("POSTGRES_PORT")));
            lines.add(new Line(
                    "PostgreSQL", postgres.jdbcUrl(), "", postgres.process().log()));
        }
        if (ports.containsKey("REDIS_PORT")) {
            progress.accept("Redis");
            var redis = keep(RedisServer.start(folder(data, "redis"), port("REDIS_PORT")));
            lines.add(new Line("Redis", redis.url(), "", redis.process().log()));
        }
        if (ports.containsKey("S3_PORT")) {
            progress.accept("S3");
            var folder = data == null ? Files.createTempDirectory("connect-s3-") : data.resolve("s3");
            if (data == null) {
                servers.push(() -> Folders.delete(folder));
            }
            var s3 = keep(S3Server.start(
                    plan.project(), folder, port("S3_PORT"), plan.logs().resolve("s3.log")));
            lines.add(new Line("S3", s3.endpoint(), "", s3.process().log()));
        }
    }

    private PostgresServer startPostgres(@Nullable Path data, int port) throws IOException, SQLException {
        var programs = plan.settings().value("POSTGRES_BIN");
        return programs.isPresent()
                ? PostgresServer.start(Path.of(programs.get()), data, port)
                : PostgresServer.start(data, port);
    }

    /** user-service makes the first key by itself; it only needs a place that all its runs share. So it is with mail. */
    private void chooseFolders() throws IOException {
        keys = chooseFolder("keys");
        mail = chooseFolder("mail");
        lines.add(new Line("Mail", mail.toString(), "", null));
    }

    private Path chooseFolder(String name) throws IOException {
        var data = plan.data();
        if (data != null) {
            return data.resolve(name).toAbsolutePath();
        }
        var temporary = Files.createTempDirectory("connect-" + name + "-");
        servers.push(() -> Folders.delete(temporary));
        return temporary;
    }

    private static @Nullable Path folder(@Nullable Path data, String name) {
        return data == null ? null : data.resolve(name);
    }

    private <T extends AutoCloseable> T keep(T server) {
        servers.push(server);
        return server;
    }

    /** user-service first, since the others refer to its accounts; then the rest side by side. */
    private void startServices() {
        for (var service : Service.values()) {
            nodes.put(service, new ArrayList<>());
            for (var number = 1; number <= plan.nodesOf(service); number++) {
                add(service, number);
            }
        }
        start(nodes(Service.USER));
        prepareStarts();
        start(nodes.values().stream()
                .flatMap(List::stream)
                .filter(node -> node.service() != Service.USER)
                .toList());
    }

    private void prepareStarts() {
        if (plan.preparation() == StackPlan.Preparation.BEFORE) {
            programs.train(environmentOfTrainee(), progress);
        }
    }

    private void prepareNextStart() {
        if (plan.preparation() == StackPlan.Preparation.AFTER) {
            keep(programs).trainLater(environmentOfTrainee(), progress);
        }
    }

    private Map<String, String> environmentOfTrainee() {
        return environmentOf(ServicePrograms.TRAINEE, port(ServicePrograms.TRAINEE.portSetting()));
    }

    private void openGateway() throws IOException {
        // It serves what is in there by now, but wants a folder to begin with.
        Files.createDirectories(plan.project().webClient());
        var photos = ports.containsKey("S3_PORT") ? "http://localhost:" + port("S3_PORT") : "";
        gateway = keep(Gateway.start(port("WEB_PORT"), plan.project().webClient(), new PageHeaders(photos)));
        routeToNodes();
    }

    private void routeToNodes() {
        if (gateway != null) {
            for (var service : Service.values()) {
                gateway.route(
                        service,
                        nodes(service).stream().map(ServiceNode::address).toList());
            }
        }
    }

    private ServiceNode add(Service service, int number) {
        var node = makeNode(service, number);
        Objects.requireNonNull(nodes.get(service)).add(node);
        return node;
    }

    private void start(List<ServiceNode> starting) {
        starting.forEach(ServiceNode::start);
        for (var node : starting) {
            progress.accept(node.name());
            node.awaitReady();
        }
    }

    /** Has as many living processes of each realtime service as asked for, by starting more or stopping the last ones. */
    public void resize(int realtimeNodes) {
        Stream.of(Service.values()).filter(Service::isRealtime).forEach(service -> resize(service, realtimeNodes));
        start(nodes.values().stream()
                .flatMap(List::stream)
                .filter(node -> !node.isAlive())
                .toList());
        routeToNodes();
    }

    /** Kills every process of this service and starts so many, with some settings of their own until they are started anew. */
    public void restart(Service service, int processes, Map<String, String> settings) {
        nodes(service).forEach(ServiceNode::kill);
        resize(service, processes);
        nodes(service).forEach(node -> node.startWith(settings));
        nodes(service).forEach(ServiceNode::awaitReady);
        routeToNodes();
    }

    private void resize(Service service, int processes) {
        var all = Objects.requireNonNull(nodes.get(service));
        while (all.size() > processes) {
            all.removeLast().stop();
        }
        while (all.size() < processes) {
            var number = all.size() + 1;
            ports.computeIfAbsent(portName(service, number), name -> plan.port(service, number));
            add(service, number);
        }
    }

    private ServiceNode makeNode(Service service, int number) {
        var port = port(portName(service, number));
        return new ServiceNode(service, number, port, plan.logs(), this::program, http);
    }

    private SupervisedProcess.Program program(ServiceNode node) {
        return new SupervisedProcess.Program(
                node.name(),
                programs.command(node.service()),
                environmentOf(node.service(), node.address().getPort()),
                plan.project().root(),
                node.log(),
                "TERM",
                null);
    }

    private Map<String, String> environmentOf(Service service, int port) {
        var shared = new LinkedHashMap<String, String>();
        shared.put("SERVER_ADDRESS", "127.0.0.1");
        // A person at a desk does not want to wait for sockets to leave one by one.
        shared.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "5s");
        shared.put("JWT_SIGNING_KEYS", keys.toString());
        shared.put("MAIL_FOLDER", mail.toString());
        // No TURN server runs here, so addresses have to be exchanged for a call to come about.
        shared.put("ICE_PRIVACY", "all");
        shared.put("CORS_ALLOWED_ORIGINS", "http://localhost:" + port("WEB_PORT"));
        if (ports.containsKey("POSTGRES_PORT")) {
            shared.put("DB_URL", "jdbc:postgresql://localhost:" + port("POSTGRES_PORT") + "/connect");
        }
        if (ports.containsKey("REDIS_PORT")) {
            shared.put("REDIS_URL", "redis://localhost:" + port("REDIS_PORT"));
        }
        if (ports.containsKey("S3_PORT")) {
            shared.put("S3_ENDPOINT", "http://localhost:" + port("S3_PORT"));
            shared.put("S3_BUCKET", S3Server.BUCKET);
            shared.put("S3_ACCESS_KEY", S3Server.ACCESS_KEY);
            shared.put("S3_SECRET_KEY", S3Server.SECRET_KEY);
        }
        for (var other : Service.values()) {
            shared.put(other.addressSetting(), "http://localhost:" + port(other.portSetting()));
        }
        return plan.settings().environmentOf(service, shared, ownEnvironmentOf(service, port));
    }

    private static Map<String, String> ownEnvironmentOf(Service service, int port) {
        var own = new LinkedHashMap<String, String>();
        own.put("SERVER_PORT", Integer.toString(port));
        var role = service.databaseRole();
        if (role != null) {
            own.put("DB_USER", role);
            own.put("DB_PASSWORD", role);
        }
        own.put("SERVICE_CLIENT_ID", service.shortName());
        return own;
    }

    /** Where PostgreSQL listens on loopback, if it is ours. */
    public int postgresPort() {
        return port("POSTGRES_PORT");
    }

    /** The Redis that the services use, unless that is a cluster. */
    public String redisUrl() {
        return plan.settings().value("REDIS_URL").orElseGet(() -> "redis://localhost:" + port("REDIS_PORT"));
    }

    public List<ServiceNode> nodes(Service service) {
        return List.copyOf(nodes.getOrDefault(service, List.of()));
    }

    /** Where the keys are that sign access tokens. */
    public Path keyFolder() {
        return keys;
    }

    /** Where letters are kept that a mail server would have taken. */
    public Path mailFolder() {
        return mail;
    }

    /** One process of a service, counted from 1. */
    public ServiceNode node(Service service, int number) {
        return nodes(service).get(number - 1);
    }

    /** Where a person finds the services whose sockets all go to the nodes of this number, counted from 1. */
    public Endpoints endpoints(int number) {
        var addresses = new EnumMap<Service, URI>(Service.class);
        nodes.forEach((service, all) ->
                addresses.put(service, all.get(Math.min(number, all.size()) - 1).address()));
        return new Endpoints(addresses);
    }

    /** The address for a browser. */
    public URI page() {
        return URI.create("http://localhost:" + port("WEB_PORT"));
    }

    /** For the table on the screen. */
    List<Line> lines() {
        var all = new ArrayList<Line>();
        nodes.values()
                .forEach(list -> list.forEach(node -> all.add(new Line(
                        node.name(), node.address().toString(), node.address() + "/swagger-ui.html", node.log()))));
        all.addAll(lines);
        return all;
    }

    /** Whether what ends now ends because somebody wants it to. */
    boolean isClosing() {
        return closing;
    }

    /** The services first, all at once; then what they stand on, last started first. */
    @Override
    public synchronized void close() {
        closing = true;
        var stopping = nodes.values().stream()
                .flatMap(List::stream)
                .filter(ServiceNode::isAlive)
                .map(node -> Thread.ofVirtual().start(node::stop))
                .toList();
        stopping.forEach(Stack::join);
        while (!servers.isEmpty()) {
            try {
                servers.pop().close();
            } catch (Exception unclosable) {
                progress.accept("Something does not stop: " + unclosable.getMessage());
            }
        }
        http.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
