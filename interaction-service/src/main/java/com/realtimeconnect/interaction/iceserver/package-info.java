/** Where browsers find STUN and TURN, with credentials that hold for one interaction and ten minutes. */
@NullMarked
package com.realtimeconnect.interaction.iceserver;

import org.jspecify.annotations.NullMarked;
