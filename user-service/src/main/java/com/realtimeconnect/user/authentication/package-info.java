/** Logins: proving who one is, staying logged in by refresh tokens, seeing and ending one's logins. */
@NullMarked
package com.realtimeconnect.user.authentication;

import org.jspecify.annotations.NullMarked;
