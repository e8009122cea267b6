/** Brakes on guessing: tries are counted per subject and per address, for all nodes together. */
@NullMarked
package com.realtimeconnect.user.throttle;

import org.jspecify.annotations.NullMarked;
