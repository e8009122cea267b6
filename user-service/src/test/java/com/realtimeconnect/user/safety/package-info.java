/** Tests of keeping people apart. */
@NullMarked
package com.realtimeconnect.user.safety;

import org.jspecify.annotations.NullMarked;
