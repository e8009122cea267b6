/** Safety: who is kept apart from whom. */
@NullMarked
package com.realtimeconnect.user.safety;

import org.jspecify.annotations.NullMarked;
