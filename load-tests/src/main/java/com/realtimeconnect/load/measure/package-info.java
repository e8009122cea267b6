/** What is read from the machine and the stores: time, memory, processor, and what was left behind. */
@NullMarked
package com.realtimeconnect.load.measure;

import org.jspecify.annotations.NullMarked;
