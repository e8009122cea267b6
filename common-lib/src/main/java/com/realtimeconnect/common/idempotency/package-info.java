/**
 * Lets a client repeat a write that may or may not have arrived: the same {@code Idempotency-Key} and body get the first
 * answer again. It guards against repeats by one client, not against a lost Redis; what must never happen twice is
 * guarded by the data itself.
 */
@NullMarked
package com.realtimeconnect.common.idempotency;

import org.jspecify.annotations.NullMarked;
