/** Tests of what every service shares. */
@NullMarked
package com.realtimeconnect.common;

import org.jspecify.annotations.NullMarked;
