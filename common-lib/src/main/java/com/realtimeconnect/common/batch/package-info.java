/** Asking once for what many want to know at the same moment, and writing at once what many want written. */
@NullMarked
package com.realtimeconnect.common.batch;

import org.jspecify.annotations.NullMarked;
