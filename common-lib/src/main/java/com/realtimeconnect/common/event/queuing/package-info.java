/** What queuing-service tells the others. */
@NullMarked
package com.realtimeconnect.common.event.queuing;

import org.jspecify.annotations.NullMarked;
