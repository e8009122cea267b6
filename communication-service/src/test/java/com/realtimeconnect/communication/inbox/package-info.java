/** The list of rooms, unread counts and read marks. */
@NullMarked
package com.realtimeconnect.communication.inbox;

import org.jspecify.annotations.NullMarked;
