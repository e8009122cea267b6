/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.password;

import org.jspecify.annotations.NullMarked;
