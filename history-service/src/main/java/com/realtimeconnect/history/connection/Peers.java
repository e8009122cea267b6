package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.identity.UserId;
import java.util.List;

/** Everybody a person is connected to. */
record Peers(List<UserId> peers) {}
