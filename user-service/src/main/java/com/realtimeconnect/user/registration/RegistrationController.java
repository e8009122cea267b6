package com.realtimeconnect.user.registration;

import com.realtimeconnect.user.authentication.Devices;
import com.realtimeconnect.user.authentication.LoginResponse;
import com.realtimeconnect.user.authentication.RefreshCookie;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where people come in. */
@RestController
@Tag(name = "Account")
class RegistrationController {

    private final Registration registration;
    private final Devices devices;
    private final RefreshCookie cookie;

    RegistrationController(Registration registration, Devices devices, RefreshCookie cookie) {
        this.registration = registration;
        this.devices = devices;
        this.cookie = cookie;
    }

    @PostMapping("/auth/register")
    @Operation(
            summary = "Make an account and log in",
            description = "With `X-Refresh-Token: cookie` the refresh token is set as an HttpOnly cookie instead.")
    ResponseEntity<LoginResponse> register(@Valid @RequestBody RegisterRequest asked, HttpServletRequest request) {
        return cookie.answer(HttpStatus.CREATED, registration.register(asked, devices.of(request)), request);
    }
}
