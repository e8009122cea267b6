/** Codes sent by e-mail that prove once, and not for long, that a mailbox is somebody's own. */
@NullMarked
package com.realtimeconnect.user.emailcode;

import org.jspecify.annotations.NullMarked;
