/** A person's own view of all their rooms: which came last, what is unread, how far each of the two has read. */
@NullMarked
package com.realtimeconnect.communication.inbox;

import org.jspecify.annotations.NullMarked;
