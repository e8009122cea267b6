/** Staying in touch: each decides alone and unseen, and only two yeses become a connection with a room to chat in. */
@NullMarked
package com.realtimeconnect.interaction.keeping;

import org.jspecify.annotations.NullMarked;
