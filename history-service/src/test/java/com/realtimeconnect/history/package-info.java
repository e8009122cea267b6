/** Tests of the history service, over its API where they can be. */
@NullMarked
package com.realtimeconnect.history;

import org.jspecify.annotations.NullMarked;
