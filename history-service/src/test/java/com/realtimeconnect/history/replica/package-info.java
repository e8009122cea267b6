/** Tests of the feature of the same name. */
@NullMarked
package com.realtimeconnect.history.replica;

import org.jspecify.annotations.NullMarked;
