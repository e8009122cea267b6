/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.verification;

import org.jspecify.annotations.NullMarked;
