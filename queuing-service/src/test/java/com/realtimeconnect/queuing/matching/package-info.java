/** Tests of this feature. */
@NullMarked
package com.realtimeconnect.queuing.matching;

import org.jspecify.annotations.NullMarked;
