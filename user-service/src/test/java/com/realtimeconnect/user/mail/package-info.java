/** Tests of this room. */
@NullMarked
package com.realtimeconnect.user.mail;

import org.jspecify.annotations.NullMarked;
