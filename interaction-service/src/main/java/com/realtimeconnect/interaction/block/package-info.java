/** Blocks: the two are never proposed to each other again, and what they are in ends at once. */
@NullMarked
package com.realtimeconnect.interaction.block;

import org.jspecify.annotations.NullMarked;
