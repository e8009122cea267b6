/** How much anybody may send: what is larger is refused before it is read into memory. */
@NullMarked
package com.realtimeconnect.common.limit;

import org.jspecify.annotations.NullMarked;
