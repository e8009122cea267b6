/** Facts that services tell each other. The records are a published language: fields are added, never changed or removed. */
@NullMarked
package com.realtimeconnect.common.event;

import org.jspecify.annotations.NullMarked;
