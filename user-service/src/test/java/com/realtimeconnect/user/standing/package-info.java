/** Who may take part. */
@NullMarked
package com.realtimeconnect.user.standing;

import org.jspecify.annotations.NullMarked;
