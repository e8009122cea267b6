package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.EmailAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in, staying logged in, and logging out. */
@RestController
@Tag(name = "Logins")
class LoginController {

    private final Authenticator authenticator;
    private final Logins logins;
    private final Devices devices;
    private final RefreshCookie cookie;

    LoginController(Authenticator authenticator, Logins logins, Devices devices, RefreshCookie cookie) {
        this.authenticator = authenticator;
        this.logins = logins;
        this.devices = devices;
        this.cookie = cookie;
    }

    @PostMapping("/auth/login")
    @Operation(
            summary = "Log in with e-mail address and password",
            description = "With `X-Refresh-Token: cookie` the refresh token is set as an HttpOnly cookie instead.")
    ResponseEntity<LoginResponse> logIn(@Valid @RequestBody LoginRequest asked, HttpServletRequest request) {
        var started = authenticator.logIn(EmailAddress.of(asked.email()), asked.password(), devices.of(request));
        return cookie.answer(HttpStatus.OK, started, request);
    }

    @PostMapping("/auth/refresh")
    @Operation(
            summary = "Exchange a refresh token for a new pair",
            description = "With `X-Refresh-Token: cookie` the token is taken from the cookie, and there is no body.")
    ResponseEntity<LoginResponse> refresh(
            @Valid @RequestBody(required = false) @Nullable RefreshRequest asked, HttpServletRequest request) {
        return cookie.answer(HttpStatus.OK, logins.refresh(presented(asked, request)), request);
    }

    private RefreshSecret presented(@Nullable RefreshRequest asked, HttpServletRequest request) {
        if (asked != null) {
            return new RefreshSecret(asked.refreshToken());
        }
        if (cookie.isWanted(request)) {
            return cookie.require(request);
        }
        throw Problems.invalid("refreshToken", "must not be blank");
    }

    @PostMapping("/auth/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End this login everywhere")
    ResponseEntity<Void> logOut(@AuthenticationPrincipal AuthenticatedUser user, HttpServletRequest request) {
        logins.logout(user);
        return cookie.forget(request);
    }

    @GetMapping("/auth/logins")
    @Operation(summary = "Where I am logged in, newest first")
    Page<LoginView> logins(@AuthenticationPrincipal AuthenticatedUser user, PageRequest page) {
        return logins.active(user, page);
    }

    @DeleteMapping("/auth/logins/{loginId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of my logins")
    void end(@AuthenticationPrincipal AuthenticatedUser user, @PathVariable UUID loginId) {
        logins.end(user.id(), loginId);
    }

    @PutMapping("/auth/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change the password, and end every other login")
    void changePassword(
            @AuthenticationPrincipal AuthenticatedUser user,
            @Valid @RequestBody ChangePasswordRequest asked,
            HttpServletRequest request) {
        authenticator.changePassword(user, asked.currentPassword(), asked.newPassword(), devices.of(request));
    }
}
