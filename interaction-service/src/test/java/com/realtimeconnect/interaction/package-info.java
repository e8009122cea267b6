/** Tests of this room. */
@NullMarked
package com.realtimeconnect.interaction;

import org.jspecify.annotations.NullMarked;
