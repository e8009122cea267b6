/** The trail that nobody changes. */
@NullMarked
package com.realtimeconnect.user.audit;

import org.jspecify.annotations.NullMarked;
