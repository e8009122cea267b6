/** One meeting of two people: from the proposal, through the call and its signaling, to what both decide afterwards. */
@NullMarked
package com.realtimeconnect.interaction;

import org.jspecify.annotations.NullMarked;
