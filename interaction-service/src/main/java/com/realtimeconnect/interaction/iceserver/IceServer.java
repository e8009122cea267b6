package com.realtimeconnect.interaction.iceserver;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of {@code RTCConfiguration.iceServers}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IceServer(
        List<String> urls,
        @Nullable String username,
        @Nullable String credential) {

    @Override
    public String toString() {
        return "IceServer" + urls; // the credential stays out of logs
    }
}
