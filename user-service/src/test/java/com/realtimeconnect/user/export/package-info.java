/** Tests of exports, with the other services played. */
@NullMarked
package com.realtimeconnect.user.export;

import org.jspecify.annotations.NullMarked;
