/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.throttle;

import org.jspecify.annotations.NullMarked;
