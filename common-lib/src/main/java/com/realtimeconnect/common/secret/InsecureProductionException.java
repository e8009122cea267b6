package com.realtimeconnect.common.secret;

import java.util.List;

/** Says why a service refuses to start in production mode. */
public class InsecureProductionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InsecureProductionException(List<String> complaints) {
        super("PRODUCTION=true, but: " + String.join("; ", complaints));
    }
}
