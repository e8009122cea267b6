/** What this service holds about one person, shown to them and taken away: others still see that they met somebody, not whom. */
@NullMarked
package com.realtimeconnect.history.erasure;

import org.jspecify.annotations.NullMarked;
