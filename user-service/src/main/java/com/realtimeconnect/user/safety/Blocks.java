package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.AccountDirectory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is kept apart from whom. A block works both ways, and is told to the other services with the block itself. */
@Component
public class Blocks {

    private static final Logger log = LoggerFactory.getLogger(Blocks.class);

    private final BlockRepository repository;
    private final AccountDirectory accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Blocks(BlockRepository repository, AccountDirectory accounts, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** A block that is in force, and whether this call made it. */
    public record Made(Block block, boolean isNew) {}

    /**
     * Keeps the two apart from the commit of the caller's transaction on. A block that is in force stays as it is.
     *
     * @throws ProblemException validation-failed for oneself, not-found for nobody
     */
    @Transactional
    public Made block(UserId by, UserId whom) {
        if (by.equals(whom)) {
            throw Problems.invalid("userId", "must be somebody else");
        }
        var name = accounts.publicIdentity(whom).displayName();
        var row = repository.insert(by, whom, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (row.isNew()) {
            events.publishEvent(new UserBlocked(by, whom, row.since(), repository.nextStep()));
            log.atInfo().addKeyValue("userId", by).log("Blocked somebody");
        }
        return new Made(new Block(whom, name, row.since()), row.isNew());
    }

    /** Takes a block back; does nothing if there is none. */
    @Transactional
    public void unblock(UserId by, UserId whom) {
        if (repository.delete(by, whom)) {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            events.publishEvent(new UserUnblocked(by, whom, now, repository.nextStep()));
            log.atInfo().addKeyValue("userId", by).log("Took a block back");
        }
    }

    /** Whether this one's block of the other is in force. */
    boolean isMade(UserId by, UserId whom) {
        return repository.exists(by, whom);
    }

    Page<Block> madeBy(UserId person, PageRequest page) {
        var rows = repository.findNewest(person, page.cursor(), page.limit() + 1);
        return Page.of(rows, page.limit(), row -> row, Block::cursor);
    }

    /** Of each of these, everyone whom they blocked and everyone who blocked them; of whom there is nobody is left out. */
    public Map<UserId, Set<UserId>> around(Collection<UserId> people) {
        return repository.findAround(people);
    }
}
