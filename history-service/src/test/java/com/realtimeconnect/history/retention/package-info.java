/** Tests of the feature of the same name. */
@NullMarked
package com.realtimeconnect.history.retention;

import org.jspecify.annotations.NullMarked;
