/** What this service holds about one person, shown to them and taken away: their rooms close, and their messages become tombstones. */
@NullMarked
package com.realtimeconnect.communication.erasure;

import org.jspecify.annotations.NullMarked;
