/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.media;

import org.jspecify.annotations.NullMarked;
