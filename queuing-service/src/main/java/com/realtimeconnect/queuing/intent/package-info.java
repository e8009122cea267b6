/** What people can come for, such as language practice; a matter of configuration. */
@NullMarked
package com.realtimeconnect.queuing.intent;

import org.jspecify.annotations.NullMarked;
