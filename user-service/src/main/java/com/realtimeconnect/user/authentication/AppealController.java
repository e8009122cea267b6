package com.realtimeconnect.user.authentication;

import com.realtimeconnect.user.account.EmailAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The one door that is open to a suspended person. */
@RestController
@Tag(name = "Logins")
class AppealController {

    private final Authenticator authenticator;
    private final Devices devices;

    AppealController(Authenticator authenticator, Devices devices) {
        this.authenticator = authenticator;
        this.devices = devices;
    }

    @PostMapping("/auth/appeal")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Say something to my suspension, once",
            description = "Proves the password as logging in does. 409 `not-suspended`, 409 `already-appealed`.")
    AppealResponse appeal(@Valid @RequestBody AppealRequest asked, HttpServletRequest request) {
        var email = EmailAddress.of(asked.email());
        return AppealResponse.from(
                authenticator.appeal(email, asked.password(), asked.text().strip(), devices.of(request)));
    }
}
