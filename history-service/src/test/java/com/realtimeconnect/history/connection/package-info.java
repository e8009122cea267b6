/** Tests of the feature of the same name. */
@NullMarked
package com.realtimeconnect.history.connection;

import org.jspecify.annotations.NullMarked;
