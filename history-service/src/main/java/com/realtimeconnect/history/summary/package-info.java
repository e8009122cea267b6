/** What a person's interactions add up to, cached until the next one changes it. */
@NullMarked
package com.realtimeconnect.history.summary;

import org.jspecify.annotations.NullMarked;
