/** What user-service tells the others. */
@NullMarked
package com.realtimeconnect.common.event.user;

import org.jspecify.annotations.NullMarked;
