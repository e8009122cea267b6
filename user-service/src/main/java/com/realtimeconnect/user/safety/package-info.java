/** Safety: who is kept apart from whom, who said what about whom, and the way out of a call. */
@NullMarked
package com.realtimeconnect.user.safety;

import org.jspecify.annotations.NullMarked;
