/** Thousands of sockets on one core: WebSocket and STOMP as the contract has them, without an object for each message. */
@NullMarked
package com.realtimeconnect.load.socket;

import org.jspecify.annotations.NullMarked;
