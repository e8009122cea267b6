/** How much one person may do in a second. Kept by each node for itself: it guards the service, it is not a quota. */
@NullMarked
package com.realtimeconnect.communication.rate;

import org.jspecify.annotations.NullMarked;
