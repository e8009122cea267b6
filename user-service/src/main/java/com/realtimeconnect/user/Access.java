package com.realtimeconnect.user;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.secret.RequiredSecret;
import com.realtimeconnect.common.secret.Secret;
import com.realtimeconnect.common.security.AccessRules;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which endpoints need no login, and what else the whole service is careful about. */
@Configuration(proxyBeanMethods = false)
class Access {

    /** Longer than the local default, which is the name of the role. */
    @Bean
    RequiredSecret databasePassword(DataSourceProperties database) {
        var password = database.getPassword();
        return new RequiredSecret("DB_PASSWORD", password == null ? null : Secret.of(password), 16);
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .open(HttpMethod.POST, "/auth/register")
                .open(HttpMethod.POST, "/auth/login")
                .open(HttpMethod.POST, "/auth/refresh")
                .open(HttpMethod.POST, "/auth/password/reset-code")
                .open(HttpMethod.POST, "/auth/password/reset")
                .open(HttpMethod.POST, "/auth/service-token")
                .open(HttpMethod.POST, "/auth/appeal")
                .open(HttpMethod.POST, "/auth/suspended/export")
                .open(HttpMethod.POST, "/auth/suspended/erasure")
                .role(Role.ADMIN, HttpMethod.GET, "/admin/**")
                .role(Role.ADMIN, HttpMethod.POST, "/admin/**")
                .open(HttpMethod.GET, "/.well-known/jwks.json");
    }
}
