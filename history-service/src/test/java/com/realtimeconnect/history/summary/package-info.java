/** Tests of the feature of the same name. */
@NullMarked
package com.realtimeconnect.history.summary;

import org.jspecify.annotations.NullMarked;
