package com.realtimeconnect.user.recovery;

import com.realtimeconnect.user.account.EmailAddress;
import com.realtimeconnect.user.throttle.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A forgotten password, in two steps. */
@RestController
@Tag(name = "Logins")
class PasswordRecoveryController {

    private final PasswordRecovery recovery;
    private final ClientAddress addresses;

    PasswordRecoveryController(PasswordRecovery recovery, ClientAddress addresses) {
        this.recovery = recovery;
        this.addresses = addresses;
    }

    @PostMapping("/auth/password/reset-code")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a code to this address, if it has an account; the answer is the same if it has none")
    void sendCode(@Valid @RequestBody ResetCodeRequest asked, HttpServletRequest request) {
        recovery.sendCode(EmailAddress.of(asked.email()), addresses.of(request));
    }

    @PostMapping("/auth/password/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose a new password with the code that was sent, and end every login")
    void reset(@Valid @RequestBody ResetPasswordRequest asked, HttpServletRequest request) {
        recovery.reset(EmailAddress.of(asked.email()), asked.code(), asked.newPassword(), addresses.of(request));
    }
}
