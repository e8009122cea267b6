/** What this service holds about one person, shown to them and taken away: the call they are in ends, and no name remains. */
@NullMarked
package com.realtimeconnect.interaction.erasure;

import org.jspecify.annotations.NullMarked;
