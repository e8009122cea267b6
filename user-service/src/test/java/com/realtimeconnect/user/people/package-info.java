/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.people;

import org.jspecify.annotations.NullMarked;
