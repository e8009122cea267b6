/** Who is suspended, so that a match made a moment before leads to no call a moment after. */
@NullMarked
package com.realtimeconnect.interaction.suspension;

import org.jspecify.annotations.NullMarked;
