/** A small service with a route of each kind, started by the tests of the STOMP endpoint. */
@NullMarked
package com.realtimeconnect.common.sample;

import org.jspecify.annotations.NullMarked;
