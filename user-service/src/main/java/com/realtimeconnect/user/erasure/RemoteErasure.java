package com.realtimeconnect.user.erasure;

import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.privacy.ErasureReport;
import com.realtimeconnect.common.problem.Problems;
import org.springframework.web.client.RestClient;

/** Has one of the other services erase a person, until it has confirmed. One that is down holds up none of the others. */
class RemoteErasure implements FactHandler<PersonToErase> {

    private final Place place;
    private final RestClient service;
    private final ErasureLedger ledger;

    RemoteErasure(Place place, RestClient service, ErasureLedger ledger) {
        this.place = place;
        this.service = service;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return place.handlerName();
    }

    @Override
    public Class<PersonToErase> payloadType() {
        return PersonToErase.class;
    }

    @Override
    public void deliver(PersonToErase erased) {
        var report = service.delete()
                .uri("/internal/people/{userId}", erased.person())
                .retrieve()
                .body(ErasureReport.class);
        if (report == null) {
            throw Problems.unavailable("The " + place.word() + " service does not say what it erased");
        }
        ledger.confirm(PersonHash.of(erased.person()), place, report.changed());
    }
}
