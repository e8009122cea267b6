/** Live delivery: the cursor logic over random interleavings, one node over STOMP, and two nodes under faults. */
@NullMarked
package com.realtimeconnect.communication.delivery;

import org.jspecify.annotations.NullMarked;
