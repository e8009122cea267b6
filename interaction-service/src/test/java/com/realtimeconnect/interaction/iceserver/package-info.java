/** Tests of this room. */
@NullMarked
package com.realtimeconnect.interaction.iceserver;

import org.jspecify.annotations.NullMarked;
