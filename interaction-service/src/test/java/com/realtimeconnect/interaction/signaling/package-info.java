/** Tests of this room. */
@NullMarked
package com.realtimeconnect.interaction.signaling;

import org.jspecify.annotations.NullMarked;
