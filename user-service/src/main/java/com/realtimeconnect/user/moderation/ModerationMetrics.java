package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.user.account.StandingRegister;
import com.realtimeconnect.user.safety.Reports;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How much waits for admins, and how many people are kept out. Counted when it is asked for. */
@Component
class ModerationMetrics implements MeterBinder {

    private final Reports reports;
    private final StandingRegister register;

    ModerationMetrics(Reports reports, StandingRegister register) {
        this.reports = reports;
        this.register = register;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("connect.reports.open", reports, Reports::countOpen)
                .description("Reports that wait for a decision")
                .register(registry);
        Gauge.builder("connect.accounts.held", register, people -> people.count(Standing.HELD))
                .description("People held back from matching until somebody decides")
                .register(registry);
        Gauge.builder("connect.accounts.suspended", register, people -> people.count(Standing.SUSPENDED))
                .description("People who are suspended")
                .register(registry);
    }
}
