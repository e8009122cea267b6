/** The cap, with a clock moved by hand. */
@NullMarked
package com.realtimeconnect.communication.rate;

import org.jspecify.annotations.NullMarked;
