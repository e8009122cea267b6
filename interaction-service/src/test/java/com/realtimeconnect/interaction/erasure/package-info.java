/** Tests of what is shown to a person of their interactions, and taken away. */
@NullMarked
package com.realtimeconnect.interaction.erasure;

import org.jspecify.annotations.NullMarked;
