package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import com.realtimeconnect.user.account.EmailAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.CacheControl;
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

    LoginController(Authenticator authenticator, Logins logins, Devices devices) {
        this.authenticator = authenticator;
        this.logins = logins;
        this.devices = devices;
    }

    @PostMapping("/auth/login")
    @Operation(summary = "Log in with e-mail address and password")
    ResponseEntity<LoginResponse> logIn(@Valid @RequestBody LoginRequest asked, HttpServletRequest request) {
        return secret(authenticator.logIn(EmailAddress.of(asked.email()), asked.password(), devices.of(request)));
    }

    @PostMapping("/auth/refresh")
    @Operation(summary = "Exchange a refresh token for a new pair")
    ResponseEntity<LoginResponse> refresh(@Valid @RequestBody RefreshRequest asked) {
        return secret(logins.refresh(new RefreshSecret(asked.refreshToken())));
    }

    @PostMapping("/auth/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End this login everywhere")
    void logOut(@AuthenticationPrincipal AuthenticatedUser user) {
        logins.logout(user);
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

    private static ResponseEntity<LoginResponse> secret(LoginResponse response) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(response);
    }
}
