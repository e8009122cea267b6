package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.user.account.StandingRegister;
import org.springframework.stereotype.Component;

/** The block that a panic makes, unless the other one's account is gone: then there is nobody to be kept apart from. */
@Component
class PanicBlocks {

    private final Blocks blocks;
    private final StandingRegister register;

    PanicBlocks(Blocks blocks, StandingRegister register) {
        this.blocks = blocks;
        this.register = register;
    }

    void block(UserId by, UserId whom) {
        if (register.find(whom).isPresent()) {
            blocks.block(by, whom);
        }
    }
}
