/** Tests of this room. */
@NullMarked
package com.realtimeconnect.interaction.interaction;

import org.jspecify.annotations.NullMarked;
