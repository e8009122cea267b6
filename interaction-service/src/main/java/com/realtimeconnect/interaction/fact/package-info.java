/** What the other services must learn, whatever crashes: that an interaction ended, and whose place in the queue is given back. */
@NullMarked
package com.realtimeconnect.interaction.fact;

import org.jspecify.annotations.NullMarked;
