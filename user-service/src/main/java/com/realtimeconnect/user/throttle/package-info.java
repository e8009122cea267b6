/**
 * Brakes, for all nodes together: on guessing, where tries are counted per subject and per address, and on what one person may do
 * so often in a day.
 */
@NullMarked
package com.realtimeconnect.user.throttle;

import org.jspecify.annotations.NullMarked;
