package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.stomp.StompSession;

/** A socket of this node was let in; published on the socket's thread before its first command is read. */
public record SessionOpened(StompSession session) {}
