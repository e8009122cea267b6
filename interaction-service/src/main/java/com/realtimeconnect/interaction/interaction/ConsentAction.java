package com.realtimeconnect.interaction.interaction;

/** What can happen to a meeting, as the consent log names it. */
public enum ConsentAction {
    PROPOSED,
    CONNECTED,
    MEDIA_CONNECTED,
    STARTED,
    DISCONNECTED,
    RECONNECTED,
    VIDEO_REQUESTED,
    VIDEO_APPROVED,
    VIDEO_DECLINED,
    VIDEO_EXPIRED,
    VIDEO_REVOKED,
    VIDEO_STOP_OFFERED,
    VIDEO_STOPPED,
    EXTENSION_ASKED,
    EXTENDED,
    KEEP_DECIDED,
    CONNECTION_FORMED,
    FEEDBACK_GIVEN,
    ENDED
}
