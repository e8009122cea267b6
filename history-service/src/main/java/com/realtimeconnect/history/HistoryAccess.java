package com.realtimeconnect.history;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may ask what, beyond "any person about themselves". */
@Configuration(proxyBeanMethods = false)
class HistoryAccess {

    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .service(HttpMethod.POST, "/api/history/log-interaction")
                .service(HttpMethod.POST, "/api/history/connections")
                .service(HttpMethod.GET, "/api/history/connections/between/**")
                .role(Role.ADMIN, HttpMethod.GET, "/api/history/analytics");
    }
}
