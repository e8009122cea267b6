package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.stomp.StompSession;

/** A socket of this node is gone, for whatever reason; published once for each {@link SessionOpened}. */
public record SessionClosed(StompSession session, int code) {}
