/** Safety: who is kept apart from whom, and how the other services learn of it. */
@NullMarked
package com.realtimeconnect.user.safety;

import org.jspecify.annotations.NullMarked;
