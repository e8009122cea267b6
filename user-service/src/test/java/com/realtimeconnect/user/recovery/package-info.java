/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.recovery;

import org.jspecify.annotations.NullMarked;
