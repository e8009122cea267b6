package com.realtimeconnect.user.erasure;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.user.account.EmailAddress;
import com.realtimeconnect.user.authentication.Authenticator;
import com.realtimeconnect.user.authentication.Devices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way out. */
@RestController
@Tag(name = "Account")
class ErasureController {

    private final Authenticator authenticator;
    private final Erasures erasures;
    private final Devices devices;

    ErasureController(Authenticator authenticator, Erasures erasures, Devices devices) {
        this.authenticator = authenticator;
        this.erasures = erasures;
        this.devices = devices;
    }

    @DeleteMapping("/auth/me")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Erase me, for good",
            description = "Ends every login at once and frees the e-mail address; the rest follows within minutes.")
    void erase(
            @AuthenticationPrincipal AuthenticatedUser user,
            @Valid @RequestBody EraseRequest asked,
            HttpServletRequest request) {
        erasures.begin(authenticator.confirm(user.id(), asked.password(), devices.of(request)));
    }

    @PostMapping("/auth/suspended/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Erase me, for good, while I am suspended",
            description = "Proves the password as logging in does. 409 `not-suspended` for who can log in.")
    void eraseSuspended(@Valid @RequestBody EraseSuspendedRequest asked, HttpServletRequest request) {
        var email = EmailAddress.of(asked.email());
        erasures.begin(authenticator.confirmSuspended(email, asked.password(), devices.of(request)));
    }
}
