package com.realtimeconnect.communication;

import com.realtimeconnect.common.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rooms are opened and closed by our own services; everything else is for any person who is logged in. */
@Configuration(proxyBeanMethods = false)
class ChatAccess {

    @Bean
    AccessRules accessRules() {
        return AccessRules.rules();
    }
}
