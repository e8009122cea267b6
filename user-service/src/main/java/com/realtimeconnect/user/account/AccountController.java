package com.realtimeconnect.user.account;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own account. */
@RestController
@Tag(name = "Account")
class AccountController {

    private final AccountDirectory accounts;

    AccountController(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/auth/me")
    @Operation(summary = "My account, with what only I see of it")
    AccountResponse me(@AuthenticationPrincipal AuthenticatedUser user) {
        return accounts.account(user.id());
    }
}
