/** Tests of the feature of the same name. */
@NullMarked
package com.realtimeconnect.history.interaction;

import org.jspecify.annotations.NullMarked;
