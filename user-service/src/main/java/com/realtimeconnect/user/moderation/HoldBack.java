package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.user.account.AccountStanding;
import com.realtimeconnect.user.account.StandingRegister;
import com.realtimeconnect.user.safety.ReportVerified;
import com.realtimeconnect.user.standing.Standings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Holds back from matching whom several trustworthy people reported, until an admin decides. Reports of one person are
 * counted one after the other, since each count holds that person's account; so two that come at once are seen by one of them.
 */
@Component
class HoldBack {

    private static final Logger log = LoggerFactory.getLogger(HoldBack.class);

    private final HoldRule rule;
    private final Witnesses witnesses;
    private final StandingRegister register;
    private final Standings standings;
    private final Clock clock;

    HoldBack(HoldRule rule, Witnesses witnesses, StandingRegister register, Standings standings, Clock clock) {
        this.rule = rule;
        this.witnesses = witnesses;
        this.register = register;
        this.standings = standings;
        this.clock = clock;
    }

    /** In the transaction that makes the report count. */
    @EventListener
    void on(ReportVerified verified) {
        if (rule.isOff() || register.find(verified.reported()).isEmpty()) {
            return;
        }
        var standing = register.lock(verified.reported());
        if (standing.standing() != Standing.GOOD) {
            return;
        }
        var against = witnesses.against(verified.reported(), since(standing));
        var words = rule.sameNetworkOnce() ? countNetworksOnce(against) : against.size();
        if (words >= rule.reporters()) {
            standings.hold(verified.reported());
            log.atInfo()
                    .addKeyValue("userId", verified.reported())
                    .addKeyValue("reporters", words)
                    .log("Reports hold a person back");
        }
    }

    private Instant since(AccountStanding standing) {
        var oldest = clock.instant().minus(rule.within());
        var judged = standing.judgedAt();
        return judged != null && judged.isAfter(oldest) ? judged : oldest;
    }

    /** How many are left when all who share a network, directly or by way of others, count as one. */
    static int countNetworksOnce(List<Witness> witnesses) {
        var groups = new ArrayList<Set<String>>();
        var alone = 0;
        for (var witness : witnesses) {
            if (witness.networks().isEmpty()) {
                alone++;
                continue;
            }
            var joined = new HashSet<>(witness.networks());
            for (var group : List.copyOf(groups)) {
                if (witness.networks().stream().anyMatch(group::contains)) {
                    joined.addAll(group);
                    groups.remove(group);
                }
            }
            groups.add(joined);
        }
        return groups.size() + alone;
    }
}
