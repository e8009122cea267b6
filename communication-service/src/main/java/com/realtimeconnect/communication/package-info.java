/** The chat of two people who both chose to stay in touch: rooms, messages, each person's inbox, and live delivery. */
@NullMarked
package com.realtimeconnect.communication;

import org.jspecify.annotations.NullMarked;
