/** A new password for people who forgot theirs and still have their mailbox. */
@NullMarked
package com.realtimeconnect.user.recovery;

import org.jspecify.annotations.NullMarked;
