/**
 * What people write to each other. A message is committed before anybody hears of it, its number follows the one before
 * without a gap, and the same client message id is the same message however often it is sent.
 */
@NullMarked
package com.realtimeconnect.communication.message;

import org.jspecify.annotations.NullMarked;
