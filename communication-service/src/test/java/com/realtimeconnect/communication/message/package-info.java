/** Messages: their rules one by one, and over REST on the real database. */
@NullMarked
package com.realtimeconnect.communication.message;

import org.jspecify.annotations.NullMarked;
