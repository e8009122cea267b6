/** What people live through, from the first click to the last message, over the services as real processes. */
@NullMarked
package com.realtimeconnect.journeys;

import org.jspecify.annotations.NullMarked;
