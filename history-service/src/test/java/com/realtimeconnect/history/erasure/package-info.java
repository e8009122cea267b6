/** Tests of what is shown to a person of the history, and taken away. */
@NullMarked
package com.realtimeconnect.history.erasure;

import org.jspecify.annotations.NullMarked;
