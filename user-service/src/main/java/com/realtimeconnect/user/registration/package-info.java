/** Registration: a new person gets an account, a profile and a first login, or nothing at all. */
@NullMarked
package com.realtimeconnect.user.registration;

import org.jspecify.annotations.NullMarked;
