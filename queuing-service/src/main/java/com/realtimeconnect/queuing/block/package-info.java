/** Blocks: two who wait are not paired any more, and neither sees whether the other is there. */
@NullMarked
package com.realtimeconnect.queuing.block;

import org.jspecify.annotations.NullMarked;
