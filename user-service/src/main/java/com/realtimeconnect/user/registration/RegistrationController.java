package com.realtimeconnect.user.registration;

import com.realtimeconnect.user.authentication.Devices;
import com.realtimeconnect.user.authentication.LoginResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
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

    RegistrationController(Registration registration, Devices devices) {
        this.registration = registration;
        this.devices = devices;
    }

    @PostMapping("/auth/register")
    @Operation(summary = "Make an account and log in")
    ResponseEntity<LoginResponse> register(@Valid @RequestBody RegisterRequest asked, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(registration.register(asked, devices.of(request)));
    }
}
