/** Values that must never be printed, and the check that production has real ones. */
@NullMarked
package com.realtimeconnect.common.secret;

import org.jspecify.annotations.NullMarked;
