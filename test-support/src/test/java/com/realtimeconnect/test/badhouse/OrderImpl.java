package com.realtimeconnect.test.badhouse;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RestController;

/** A public controller with an empty name, an injected field, a loose logger and its own time. */
@RestController
public class OrderImpl {

    static final Logger log = LoggerFactory.getLogger(OrderImpl.class);

    @Value("${order.limit}")
    int limit;

    Instant placedAt() {
        return Instant.now();
    }
}
