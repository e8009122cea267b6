/** Tests of this feature. */
@NullMarked
package com.realtimeconnect.queuing.presence;

import org.jspecify.annotations.NullMarked;
