/** What people do in numbers, and what has to hold while they do it. */
@NullMarked
package com.realtimeconnect.load.scenario;

import org.jspecify.annotations.NullMarked;
