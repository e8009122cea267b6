/** What interaction-service tells the others. */
@NullMarked
package com.realtimeconnect.common.event.interaction;

import org.jspecify.annotations.NullMarked;
