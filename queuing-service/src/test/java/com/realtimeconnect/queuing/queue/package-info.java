/** Tests of this feature. */
@NullMarked
package com.realtimeconnect.queuing.queue;

import org.jspecify.annotations.NullMarked;
