/**
 * How a fact survives a crash: it is written in the transaction that made it true, and delivered at least once afterwards.
 * db-scheduler keeps the rows, retries with growing pauses for as long as it takes, and takes over from a node that died.
 * Receivers must be idempotent.
 */
@NullMarked
package com.realtimeconnect.common.outbox;

import org.jspecify.annotations.NullMarked;
