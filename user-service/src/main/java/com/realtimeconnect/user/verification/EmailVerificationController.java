package com.realtimeconnect.user.verification;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.user.throttle.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Confirming one's e-mail address. */
@RestController
@Tag(name = "Account")
class EmailVerificationController {

    private final EmailVerification verification;
    private final ClientAddress addresses;

    EmailVerificationController(EmailVerification verification, ClientAddress addresses) {
        this.verification = verification;
        this.addresses = addresses;
    }

    @PostMapping("/auth/email/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send me a code to confirm my e-mail address with; the one before is good no more")
    void sendAgain(@AuthenticationPrincipal AuthenticatedUser user, HttpServletRequest request) {
        verification.sendAgain(user.id(), addresses.of(request));
    }

    @PostMapping("/auth/email/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm my e-mail address with the code that was sent to it")
    void verify(
            @AuthenticationPrincipal AuthenticatedUser user,
            @Valid @RequestBody VerifyEmailRequest asked,
            HttpServletRequest request) {
        verification.confirm(user.id(), asked.code(), addresses.of(request));
    }
}
