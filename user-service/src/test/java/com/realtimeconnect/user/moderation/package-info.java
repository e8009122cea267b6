/** Deciding about people. */
@NullMarked
package com.realtimeconnect.user.moderation;

import org.jspecify.annotations.NullMarked;
