/** The user service: who people are, how they prove it, and what they show of themselves. */
@NullMarked
package com.realtimeconnect.user;

import org.jspecify.annotations.NullMarked;
