/** Tests of this feature. */
@NullMarked
package com.realtimeconnect.queuing.ticket;

import org.jspecify.annotations.NullMarked;
