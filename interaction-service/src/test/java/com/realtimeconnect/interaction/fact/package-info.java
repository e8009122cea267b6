/** Facts as they stand in the outbox. */
@NullMarked
package com.realtimeconnect.interaction.fact;

import org.jspecify.annotations.NullMarked;
