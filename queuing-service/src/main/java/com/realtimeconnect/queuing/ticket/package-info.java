/** The signed ticket a person holds: proof of since when they wait, good for their old place within ten minutes, whatever Redis still knows. */
@NullMarked
package com.realtimeconnect.queuing.ticket;

import org.jspecify.annotations.NullMarked;
