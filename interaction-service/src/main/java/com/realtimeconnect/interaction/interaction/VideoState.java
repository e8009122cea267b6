package com.realtimeconnect.interaction.interaction;

/** Whether the two may see each other. The names are those on the wire. */
public enum VideoState {
    OFF,
    REQUESTED,
    ON,
    /** One of them said no: it stays so for the rest of the call. */
    DENIED
}
