package com.realtimeconnect.queuing.presence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.realtimeconnect.common.identity.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears hints of any service and looks up the truth. */
@Component
class PresenceHintListener {

    private static final Logger log = LoggerFactory.getLogger(PresenceHintListener.class);

    private final PresenceWatch watch;
    private final JsonMapper json;

    PresenceHintListener(PresenceWatch watch, JsonMapper json) {
        this.watch = watch;
        this.json = json;
    }

    void changed(String userId) {
        try {
            watch.lookAt(UserId.of(userId));
        } catch (IllegalArgumentException foreign) {
            log.warn("A presence hint is not a user id");
        }
    }

    void hidden(String message) {
        try {
            var words = message.split(" ", -1);
            if (words.length == 2) {
                watch.hide(UserId.of(words[0]), UserId.of(words[1]));
                return;
            }
        } catch (IllegalArgumentException foreign) {
            log.debug("Not user ids", foreign);
        }
        log.warn("A hint on who is hidden is not two user ids");
    }

    void call(String message) {
        try {
            watch.lookAt(json.readValue(message, CallHint.class).userId());
        } catch (JacksonException foreign) {
            log.warn("A call hint cannot be read");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CallHint(UserId userId, boolean inCall) {}
}
