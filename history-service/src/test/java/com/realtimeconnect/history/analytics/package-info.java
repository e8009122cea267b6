/** Tests of the feature of the same name. */
@NullMarked
package com.realtimeconnect.history.analytics;

import org.jspecify.annotations.NullMarked;
