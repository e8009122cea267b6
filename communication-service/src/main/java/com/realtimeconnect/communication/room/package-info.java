/**
 * Where two connected people chat. A room is opened and closed by other services, because it exists for a connection and
 * is open only while the connection is; to anybody but its two members it does not exist.
 */
@NullMarked
package com.realtimeconnect.communication.room;

import org.jspecify.annotations.NullMarked;
