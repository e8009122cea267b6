/**
 * Whether people may take part: held back from matching, suspended, reinstated, and what a suspended person may say to it.
 * Every change is told to all services at once, and surely.
 */
@NullMarked
package com.realtimeconnect.user.standing;

import org.jspecify.annotations.NullMarked;
