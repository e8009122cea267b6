/** What the two hear of their interaction: an event for each change, after it is committed, and the whole truth to whoever comes back. */
@NullMarked
package com.realtimeconnect.interaction.announcement;

import org.jspecify.annotations.NullMarked;
