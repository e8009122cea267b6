package com.realtimeconnect.queuing.queue;

/** Asks to wait no longer. It needs to say nothing more: a person is in one queue at most. */
record LeaveQueue() {}
