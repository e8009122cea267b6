/** Tests of keeping people apart. */
@NullMarked
package com.realtimeconnect.interaction.block;

import org.jspecify.annotations.NullMarked;
