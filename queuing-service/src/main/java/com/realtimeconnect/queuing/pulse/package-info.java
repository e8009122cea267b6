/** Work that is done again and again while the service runs. */
@NullMarked
package com.realtimeconnect.queuing.pulse;

import org.jspecify.annotations.NullMarked;
