/** Tests of erasure in this service, with the other services played. */
@NullMarked
package com.realtimeconnect.user.erasure;

import org.jspecify.annotations.NullMarked;
