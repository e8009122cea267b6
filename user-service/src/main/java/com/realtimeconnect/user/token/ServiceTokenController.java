package com.realtimeconnect.user.token;

import com.realtimeconnect.user.throttle.BadCredentialsException;
import com.realtimeconnect.user.throttle.ClientAddress;
import com.realtimeconnect.user.throttle.LoginThrottle;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives our services the tokens with which they call each other. */
@RestController
@Tag(name = "Tokens")
class ServiceTokenController {

    private final ServiceCredentials credentials;
    private final TokenIssuer issuer;
    private final LoginThrottle throttle;
    private final ClientAddress addresses;

    ServiceTokenController(
            ServiceCredentials credentials, TokenIssuer issuer, LoginThrottle throttle, ClientAddress addresses) {
        this.credentials = credentials;
        this.issuer = issuer;
        this.throttle = throttle;
        this.addresses = addresses;
    }

    /** Guesses are counted per address only: counted per service, a stranger could shut a service out. */
    @PostMapping("/auth/service-token")
    @Operation(summary = "A token with the scope service, for the credentials of a service in a JSON body")
    ResponseEntity<ServiceTokenResponse> issue(
            @Valid @RequestBody ServiceTokenRequest asked, HttpServletRequest request) {
        var attempt = throttle.begin(addresses.of(request));
        if (!credentials.areRight(asked.clientId(), asked.clientSecret())) {
            throw new BadCredentialsException();
        }
        attempt.succeed();
        var token = issuer.forService(asked.clientId());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ServiceTokenResponse(
                        token.value(), "Bearer", issuer.lifetime().toSeconds()));
    }
}
