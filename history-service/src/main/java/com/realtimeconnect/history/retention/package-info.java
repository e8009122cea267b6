/** Forgets in time: first who the other was, then that the meeting took place at all. */
@NullMarked
package com.realtimeconnect.history.retention;

import org.jspecify.annotations.NullMarked;
