package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.user.account.Credentials;
import com.realtimeconnect.user.token.TokenIssuer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * The chain of refresh tokens of each login: only its last one is good, and every other is a sign. Everything here
 * happens while the row of the login is locked, so that two nodes cannot exchange the same token twice.
 */
@Component
class RefreshTokens {

    private final RefreshTokenRepository tokens;
    private final LoginRepository logins;
    private final TokenIssuer issuer;
    private final LoginProperties properties;
    private final Clock clock;

    RefreshTokens(
            RefreshTokenRepository tokens,
            LoginRepository logins,
            TokenIssuer issuer,
            LoginProperties properties,
            Clock clock) {
        this.tokens = tokens;
        this.logins = logins;
        this.issuer = issuer;
        this.properties = properties;
        this.clock = clock;
    }

    /** The first pair of a login. */
    TokenPair first(Login login, Credentials owner) {
        return issue(login, owner, now());
    }

    /** Whose token it is. */
    UserId ownerOf(RefreshSecret presented) {
        return tokens.findOwnerId(presented.hash()).map(UserId::new).orElseThrow(InvalidRefreshTokenException::new);
    }

    /** The login of a token, locked until the end of the transaction. */
    Login loginOf(RefreshSecret presented) {
        return tokens.findLoginId(presented.hash())
                .flatMap(logins::lockById)
                .orElseThrow(InvalidRefreshTokenException::new);
    }

    /**
     * The next pair for the last token of the chain; for one that was exchanged a moment ago, the pair that is current.
     *
     * @throws RefreshReusedException if the token was exchanged longer ago: the caller must end the login
     */
    TokenPair exchange(RefreshSecret presented, Login login, Credentials owner) {
        var now = now();
        var token = tokens.findById(presented.hash()).orElseThrow(InvalidRefreshTokenException::new);
        if (token.wasReplacedBefore(now.minus(properties.reuseGrace()))) {
            throw new RefreshReusedException();
        }
        if (!login.isActive(now) || token.isExpired(now)) {
            throw new InvalidRefreshTokenException();
        }
        return token.isReplaced() ? current(presented, token) : replace(presented, token, login, owner, now);
    }

    private TokenPair replace(
            RefreshSecret presented, RefreshToken token, Login login, Credentials owner, Instant now) {
        login.use(now, properties.lifetime());
        var next = issue(login, owner, now);
        token.replace(presented.seal(next), now);
        tokens.wipeSuccessors(login.getId(), now.minus(properties.reuseGrace()));
        return next;
    }

    /** Follows the chain: the pair that a token was exchanged for may itself have been exchanged within these seconds. */
    private TokenPair current(RefreshSecret presented, RefreshToken token) {
        var secret = presented;
        var at = token;
        while (true) {
            var sealed = at.successor();
            if (sealed == null) {
                throw new RefreshReusedException();
            }
            var pair = secret.open(sealed);
            secret = new RefreshSecret(pair.refreshToken());
            at = tokens.findById(secret.hash()).orElseThrow(InvalidRefreshTokenException::new);
            if (!at.isReplaced()) {
                return pair;
            }
        }
    }

    private TokenPair issue(Login login, Credentials owner, Instant now) {
        var secret = RefreshSecret.random();
        tokens.save(new RefreshToken(secret.hash(), login.getId(), now, properties.lifetime()));
        return new TokenPair(
                secret.value(), issuer.forPerson(owner.id(), owner.role(), login.getId(), owner.tokenVersion()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
