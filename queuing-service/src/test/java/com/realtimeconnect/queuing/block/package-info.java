/** Tests of keeping people apart. */
@NullMarked
package com.realtimeconnect.queuing.block;

import org.jspecify.annotations.NullMarked;
