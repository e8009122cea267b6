/** One of two rooms that cannot do without each other. */
@NullMarked
package com.realtimeconnect.test.badhouse.kitchen;

import org.jspecify.annotations.NullMarked;
