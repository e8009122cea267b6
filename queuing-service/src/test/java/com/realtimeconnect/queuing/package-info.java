/** Tests of the service as a whole, and what they share: nodes on one Redis, and the services next door. */
@NullMarked
package com.realtimeconnect.queuing;

import org.jspecify.annotations.NullMarked;
