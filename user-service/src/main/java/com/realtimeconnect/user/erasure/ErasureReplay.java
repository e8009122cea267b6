package com.realtimeconnect.user.erasure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Erases again who came back with a restored database: those whose hash {@code deploy/backup/restore} put into
 * {@code erasures_to_replay}. It runs before the service says that it is ready, so nobody can log in as one of them, and may
 * run on several nodes at once.
 */
@Component
class ErasureReplay implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(ErasureReplay.class);

    private final ErasureLedger ledger;
    private final Erasures erasures;

    ErasureReplay(ErasureLedger ledger, Erasures erasures) {
        this.ledger = ledger;
        this.erasures = erasures;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var returned = ledger.findReturned();
        returned.forEach(one -> erasures.begin(one.person(), one.askedAt()));
        var replayed = ledger.closeReplay();
        if (replayed > 0) {
            log.atInfo()
                    .addKeyValue("ledger", replayed)
                    .addKeyValue("returned", returned.size())
                    .log("Erasures replayed after a restore");
        }
    }
}
