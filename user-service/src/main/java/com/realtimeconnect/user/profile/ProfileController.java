package com.realtimeconnect.user.profile;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person's own profile. */
@RestController
@Tag(name = "Profile")
class ProfileController {

    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/profile")
    @Operation(summary = "My profile and its version")
    ProfileResponse read(@AuthenticationPrincipal AuthenticatedUser user) {
        return profiles.mine(user.id());
    }

    @PutMapping("/profile")
    @Operation(summary = "Replace my profile; the version says which one was read")
    ProfileResponse replace(@AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody ProfileRequest asked) {
        return profiles.replace(user, asked);
    }
}
