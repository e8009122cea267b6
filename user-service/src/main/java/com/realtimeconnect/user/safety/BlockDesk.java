package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.UserId;
import org.springframework.stereotype.Component;

/** Takes the blocks that people ask for, within limits. */
@Component
class BlockDesk {

    private final Blocks blocks;
    private final SafetyLimits limits;

    BlockDesk(Blocks blocks, SafetyLimits limits) {
        this.blocks = blocks;
        this.limits = limits;
    }

    /** A block that is in force counts no second time. @throws ProblemException as the limits and {@link Blocks#block} */
    Blocks.Made take(UserId by, UserId whom) {
        if (!blocks.isMade(by, whom)) {
            limits.countBlock(by);
        }
        return blocks.block(by, whom);
    }
}
