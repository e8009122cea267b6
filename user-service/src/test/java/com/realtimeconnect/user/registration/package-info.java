/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.registration;

import org.jspecify.annotations.NullMarked;
