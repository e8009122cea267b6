/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.token;

import org.jspecify.annotations.NullMarked;
