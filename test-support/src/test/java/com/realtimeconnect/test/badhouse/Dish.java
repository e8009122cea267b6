package com.realtimeconnect.test.badhouse;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.apache.commons.lang3.StringUtils;

/** An entity that everybody can hold, and that needs a library for what Java does by itself. */
@Entity
public class Dish {

    @Id
    private String name = "";

    boolean isNamed() {
        return StringUtils.isNotBlank(name);
    }
}
