/** One of two rooms that cannot do without each other. */
@NullMarked
package com.realtimeconnect.test.badhouse.cellar;

import org.jspecify.annotations.NullMarked;
