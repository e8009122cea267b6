/** The command: a stack of its own, the scenarios on it, and the report. */
@NullMarked
package com.realtimeconnect.load.run;

import org.jspecify.annotations.NullMarked;
