package com.realtimeconnect.user.erasure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A person wants to be forgotten, and proves to be that person. */
record EraseRequest(@NotNull @Size(max = 1024) String password) {

    /** Without it. */
    @Override
    public String toString() {
        return "EraseRequest[hidden]";
    }
}
