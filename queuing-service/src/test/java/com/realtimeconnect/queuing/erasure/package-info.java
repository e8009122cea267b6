/** Tests of taking a person out of the queues. */
@NullMarked
package com.realtimeconnect.queuing.erasure;

import org.jspecify.annotations.NullMarked;
