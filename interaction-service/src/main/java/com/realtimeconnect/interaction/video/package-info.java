/** How the two come to see each other: asked, answered, taken back. The rules are the interaction's; the relay enforces them. */
@NullMarked
package com.realtimeconnect.interaction.video;

import org.jspecify.annotations.NullMarked;
