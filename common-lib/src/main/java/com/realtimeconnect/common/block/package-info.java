/**
 * Which two are kept apart, as a service was told by user-service. Each service that joins people in a table of its own keeps
 * {@code blocked_pairs} beside it, so that joining and blocking take turns in one database transaction each.
 */
@NullMarked
package com.realtimeconnect.common.block;

import org.jspecify.annotations.NullMarked;
