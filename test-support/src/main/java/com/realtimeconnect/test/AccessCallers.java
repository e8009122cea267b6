package com.realtimeconnect.test;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The kinds of callers that an {@link AccessMatrix} is tried with. Nobody has an account, and each try is another person's. */
public final class AccessCallers {

    private final Tokens tokens;
    private final String suspended;
    private final String loggedOut;

    /** How a service's tokens are made. */
    public interface Tokens {
        String person(UUID userId, String role, UUID loginId);

        String service();
    }

    /**
     * @param suspend ends every token of a person, as a suspension does
     * @param logOut ends a login
     */
    public AccessCallers(Tokens tokens, Consumer<UUID> suspend, Consumer<UUID> logOut) {
        this.tokens = tokens;
        var person = UUID.randomUUID();
        var login = UUID.randomUUID();
        suspended = tokens.person(person, "female", UUID.randomUUID());
        loggedOut = tokens.person(UUID.randomUUID(), "female", login);
        suspend.accept(person);
        logOut.accept(login);
    }

    /** With tokens of {@link TestTokens}. */
    public static AccessCallers ofTestTokens(Consumer<UUID> suspend, Consumer<UUID> logOut) {
        return new AccessCallers(new OfTestTokens(), suspend, logOut);
    }

    private static final class OfTestTokens implements Tokens {

        @Override
        public String person(UUID userId, String role, UUID loginId) {
            return TestTokens.person(userId, role, loginId, Duration.ofMinutes(10));
        }

        @Override
        public String service() {
            return TestTokens.service("queuing");
        }
    }

    /** Waits until the service has heard of both ends; a bad token is refused before it is looked where it is shown. */
    void awaitRevocations(RestDoor service) {
        Awaitility.await()
                .until(() -> service.enter("GET /access-matrix", "", suspended).equals("401")
                        && service.enter("GET /access-matrix", "", loggedOut).equals("401"));
    }

    @Nullable
    String token(Caller caller) {
        return switch (caller) {
            case NOBODY -> null;
            case MAN -> tokens.person(UUID.randomUUID(), "male", UUID.randomUUID());
            case WOMAN -> tokens.person(UUID.randomUUID(), "female", UUID.randomUUID());
            case ADMIN -> tokens.person(UUID.randomUUID(), "admin", UUID.randomUUID());
            case SERVICE -> tokens.service();
            case SUSPENDED -> suspended;
            case LOGGED_OUT -> loggedOut;
        };
    }

    /** A kind of caller, each a column of the table. */
    enum Caller {
        NOBODY("nobody"),
        MAN("man"),
        WOMAN("woman"),
        ADMIN("admin"),
        SERVICE("service"),
        SUSPENDED("suspended"),
        LOGGED_OUT("logged-out");

        private final String title;

        Caller(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
