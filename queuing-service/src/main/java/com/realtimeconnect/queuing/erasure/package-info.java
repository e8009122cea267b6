/** Taking a person out of the queues. What is held here of anybody runs out by itself within minutes, so there is nothing to show. */
@NullMarked
package com.realtimeconnect.queuing.erasure;

import org.jspecify.annotations.NullMarked;
