/** Tests of the whole service over HTTP. */
@NullMarked
package com.realtimeconnect.user;

import org.jspecify.annotations.NullMarked;
