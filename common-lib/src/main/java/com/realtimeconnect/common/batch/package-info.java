/** Asking once for what many want to know at the same moment. */
@NullMarked
package com.realtimeconnect.common.batch;

import org.jspecify.annotations.NullMarked;
