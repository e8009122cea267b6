/** Tests of what is shown to a person of the chat, and taken away. */
@NullMarked
package com.realtimeconnect.communication.erasure;

import org.jspecify.annotations.NullMarked;
