package com.realtimeconnect.user.authentication;

import com.realtimeconnect.user.throttle.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Recognises the device behind a request. */
@Component
public class Devices {

    private final ClientAddress addresses;

    Devices(ClientAddress addresses) {
        this.addresses = addresses;
    }

    public Device of(HttpServletRequest request) {
        return new Device(request.getHeader(HttpHeaders.USER_AGENT), addresses.of(request));
    }
}
