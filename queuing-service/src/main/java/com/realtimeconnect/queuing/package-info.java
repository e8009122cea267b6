/** The queuing service: who is here, who waits for whom, and which two fit. It keeps everything in Redis and can lose it. */
@NullMarked
package com.realtimeconnect.queuing;

import org.jspecify.annotations.NullMarked;
