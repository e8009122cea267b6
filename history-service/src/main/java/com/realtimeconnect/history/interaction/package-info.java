/** The log of interactions that ended: written once each, read by the two who took part, one row for each side. */
@NullMarked
package com.realtimeconnect.history.interaction;

import org.jspecify.annotations.NullMarked;
