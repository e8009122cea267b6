/** Letters to people: by SMTP, or at a desk into the log and a folder. */
@NullMarked
package com.realtimeconnect.user.mail;

import org.jspecify.annotations.NullMarked;
