package com.realtimeconnect.localstack.client;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with an account and a device, who is logged in and may hold a socket to each realtime service. */
public final class Person implements AutoCloseable {

    private final Clients clients;
    private final String name;
    private final String email;
    private final String password;
    private final String userId;
    private final Map<Service, StompSocket> sockets = new EnumMap<>(Service.class);
    private Endpoints endpoints;
    private String accessToken;
    private String refreshToken;

    private Person(Clients clients, Endpoints endpoints, Account account, JsonNode login) {
        this.clients = clients;
        this.endpoints = endpoints;
        this.name = account.name();
        this.email = account.email();
        this.password = account.password();
        this.userId = login.path("user").path("userId").asString("");
        goOnWith(login);
    }

    private record Account(String name, String email, String password) {}

    /** Makes an account that nobody had before, and logs in with it. */
    public static Person register(Clients clients, Endpoints endpoints, String name, String role) {
        var random = UUID.randomUUID().toString();
        var account = new Account(
                name, name.toLowerCase(Locale.ROOT) + "-" + random.substring(0, 8) + "@example.com", "Tulip-" + random);
        var registration = Map.of(
                "email",
                account.email(),
                "password",
                account.password(),
                "displayName",
                name,
                "role",
                role,
                "birthDate",
                "1995-05-17");
        clients.call(endpoints, Service.USER, "POST", "/auth/register", registration, null)
                .orThrow("register " + name);
        return logIn(clients, endpoints, account);
    }

    /** Logs in with an account that is there. */
    public static Person logIn(Clients clients, Endpoints endpoints, String name, String email, String password) {
        return logIn(clients, endpoints, new Account(name, email, password));
    }

    private static Person logIn(Clients clients, Endpoints endpoints, Account account) {
        var credentials = Map.of("email", account.email(), "password", account.password());
        var login = clients.call(endpoints, Service.USER, "POST", "/auth/login", credentials, null)
                .orThrow("log in " + account.name());
        return new Person(clients, endpoints, account, login);
    }

    public static Person woman(Clients clients, Endpoints endpoints, String name) {
        return register(clients, endpoints, name, "female");
    }

    public static Person man(Clients clients, Endpoints endpoints, String name) {
        return register(clients, endpoints, name, "male");
    }

    public String name() {
        return name;
    }

    public String userId() {
        return userId;
    }

    public String email() {
        return email;
    }

    public String accessToken() {
        return accessToken;
    }

    public String refreshToken() {
        return refreshToken;
    }

    /** Logs in once more, on another device so to speak, and goes on with the new token. */
    public void logInAgain() {
        var credentials = Map.of("email", email, "password", password);
        goOnWith(clients.call(endpoints, Service.USER, "POST", "/auth/login", credentials, null)
                .orThrow("log in " + name));
    }

    /** Goes on with a new token of the same login. */
    public void refresh() {
        goOnWith(clients.call(
                        endpoints, Service.USER, "POST", "/auth/refresh", Map.of("refreshToken", refreshToken), null)
                .orThrow("refresh " + name));
    }

    private void goOnWith(JsonNode tokens) {
        accessToken = tokens.path("accessToken").asString("");
        refreshToken = tokens.path("refreshToken").asString("");
    }

    /** What a new login would be answered. */
    public Reply tryToLogIn() {
        var credentials = Map.of("email", email, "password", password);
        return clients.call(endpoints, Service.USER, "POST", "/auth/login", credentials, null);
    }

    /** From now on new calls and sockets go to these nodes. */
    public void moveTo(Endpoints others) {
        endpoints = others;
    }

    public Reply get(Service service, String path) {
        return clients.call(endpoints, service, "GET", path, null, accessToken);
    }

    public Reply post(Service service, String path, @Nullable Object body) {
        return clients.call(endpoints, service, "POST", path, body, accessToken);
    }

    public Reply delete(Service service, String path) {
        return clients.call(endpoints, service, "DELETE", path, null, accessToken);
    }

    public Reply put(Service service, String path, Object body) {
        return clients.call(endpoints, service, "PUT", path, body, accessToken);
    }

    /** Asks to be erased, for good. */
    public Reply erase() {
        return clients.call(endpoints, Service.USER, "DELETE", "/auth/me", Map.of("password", password), accessToken);
    }

    /** Opens a socket, in place of the one before, and waits for the first event, which is the state of things. */
    public Event connect(Service service) {
        var socket = clients.open(endpoints, service, accessToken);
        var before = sockets.put(service, socket);
        if (before != null) {
            before.close();
        }
        return socket.await("state");
    }

    public StompSocket socket(Service service) {
        var socket = sockets.get(service);
        if (socket == null) {
            throw new IllegalStateException(name + " has no socket to " + service.fullName());
        }
        return socket;
    }

    /** The next event of this type from interaction-service. */
    public Event await(String type) {
        return socket(Service.INTERACTION).await(type);
    }

    public Event await(Service service, String type, Predicate<Event> wanted, Duration patience) {
        return socket(service).await(type, wanted, patience);
    }

    @Override
    public void close() {
        sockets.values().forEach(StompSocket::close);
        sockets.clear();
    }
}
