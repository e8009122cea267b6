package com.realtimeconnect.test;

import com.sun.net.httpserver.HttpServer;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Issues access tokens as user-service does, with a key of its own that it serves as JWKS on loopback. */
public final class TestTokens {

    public static final String ISSUER = "https://connect.example";
    public static final String AUDIENCE = "connect";

    private static final String KEY_ID = "test-key";
    private static final KeyPair KEYS = Jwts.SIG.ES256.keyPair().build();
    private static final String JWKS_URL = serve();

    private TestTokens() {}

    /** Where the services under test find the verification key. */
    public static String jwksUrl() {
        return JWKS_URL;
    }

    /** A token of ten minutes in a login of its own. */
    public static String person(UUID userId, String role) {
        return person(userId, role, UUID.randomUUID(), Duration.ofMinutes(10));
    }

    public static String person(UUID userId, String role, UUID loginId, Duration lifetime) {
        var now = Instant.now();
        return sign(Jwts.builder()
                .subject(userId.toString())
                .claim("sid", loginId.toString())
                .claim("role", role)
                .claim("ver", 0)
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(lifetime))));
    }

    /** A token of one of our own services. */
    public static String service(String clientId) {
        var now = Instant.now();
        return sign(Jwts.builder()
                .subject(clientId)
                .claim("scope", "service")
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(Duration.ofMinutes(10)))));
    }

    private static String sign(JwtBuilder token) {
        return sign(addressed(token), KEY_ID, KEYS);
    }

    /** What every good token says besides who it is for. */
    static JwtBuilder addressed(JwtBuilder token) {
        return token.issuer(ISSUER)
                .audience()
                .add(AUDIENCE)
                .and()
                .id(UUID.randomUUID().toString());
    }

    /** Signs whatever is given, as whoever has these keys can. */
    static String sign(JwtBuilder token, String keyId, KeyPair keys) {
        return token.header()
                .keyId(keyId)
                .and()
                .signWith(keys.getPrivate(), Jwts.SIG.ES256)
                .compact();
    }

    static String keyId() {
        return KEY_ID;
    }

    static KeyPair keys() {
        return KEYS;
    }

    private static String serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var key = Jwks.builder()
                    .key((ECPublicKey) KEYS.getPublic())
                    .id(KEY_ID)
                    .build();
            var body = """
                    {"keys":[{"kty":"EC","crv":"P-256","kid":"%s","x":"%s","y":"%s"}]}""".formatted(KEY_ID, key.get("x"), key.get("y")).getBytes(StandardCharsets.UTF_8);
            server.createContext("/.well-known/jwks.json", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return "http://localhost:" + server.getAddress().getPort() + "/.well-known/jwks.json";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
