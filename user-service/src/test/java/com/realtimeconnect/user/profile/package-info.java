/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.profile;

import org.jspecify.annotations.NullMarked;
