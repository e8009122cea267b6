/** One correlation id through REST, Redis and STOMP, on every log line and every problem. */
@NullMarked
package com.realtimeconnect.common.observability;

import org.jspecify.annotations.NullMarked;
