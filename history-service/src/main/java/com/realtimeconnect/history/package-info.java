/** The history service: a log of meetings, the connections that came of them, and what both add up to. */
@NullMarked
package com.realtimeconnect.history;

import org.jspecify.annotations.NullMarked;
