/** Rooms over the internal REST interface. */
@NullMarked
package com.realtimeconnect.communication.room;

import org.jspecify.annotations.NullMarked;
