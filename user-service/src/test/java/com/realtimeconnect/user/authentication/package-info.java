/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.authentication;

import org.jspecify.annotations.NullMarked;
