package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.event.user.InteractionReported;
import com.realtimeconnect.common.outbox.FactCourier;
import com.realtimeconnect.common.security.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which service hears of reports. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    FactCourier<InteractionReported> reportToHistory(ServiceClients clients, ServiceAddresses addresses) {
        return new FactCourier<>(
                "report-to-history",
                InteractionReported.class,
                clients.of(addresses.history()),
                "/internal/history/reports");
    }
}
