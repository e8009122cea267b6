package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.throttle.DailyCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the lists and the queues bounded that blocks and reports fill. It asks nothing of a panic; and while Redis does not
 * answer nothing is counted, since nobody is to be kept from safety by that.
 */
@Component
public class SafetyLimits {

    private static final Logger log = LoggerFactory.getLogger(SafetyLimits.class);
    private static final String BLOCK = "block";
    private static final String REPORT = "report";

    private final BlockRepository blocks;
    private final DailyCounter counter;
    private final SafetyProperties properties;

    SafetyLimits(BlockRepository blocks, DailyCounter counter, SafetyProperties properties) {
        this.blocks = blocks;
        this.counter = counter;
        this.properties = properties;
    }

    /** @throws ProblemException too-many-blocks, or too-many-requests with the time to wait */
    void countBlock(UserId by) {
        var most = properties.blocksAtMost();
        if (most > 0 && blocks.countUpTo(most, by) >= most) {
            throw new TooManyBlocksException(most);
        }
        count(BLOCK, by, properties.blocksPerDay());
    }

    /** @throws ProblemException too-many-requests, with the time to wait */
    void countReport(UserId by) {
        count(REPORT, by, properties.reportsPerDay());
    }

    private void count(String what, UserId by, int cap) {
        if (cap == 0) {
            return;
        }
        try {
            var wait = counter.count(what, by, cap);
            if (wait.isPositive()) {
                throw Problems.tooManyRequests(wait);
            }
        } catch (DataAccessException down) {
            log.atWarn()
                    .addKeyValue("what", what)
                    .log("Redis does not answer; what people do for their safety is not counted");
        }
    }

    /** Forgets how often this person did it. @return how many keys there were */
    public int forget(UserId person) {
        return counter.forget(BLOCK, person) + counter.forget(REPORT, person);
    }
}
