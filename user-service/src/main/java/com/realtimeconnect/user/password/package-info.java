/** Passwords: which are accepted, and how they are hashed without anybody else having to wait. */
@NullMarked
package com.realtimeconnect.user.password;

import org.jspecify.annotations.NullMarked;
