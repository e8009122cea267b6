package com.realtimeconnect.common.stomp;

/** Told of every socket that is let in and of its end, each once, on a thread that may block. */
public interface SessionListener {

    void opened(StompSession session);

    void closed(StompSession session, int code);
}
