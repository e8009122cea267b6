/** Whether people have to confirm their e-mail address, and how they do. */
@NullMarked
package com.realtimeconnect.user.verification;

import org.jspecify.annotations.NullMarked;
