@NullMarked
package com.realtimeconnect.load.scenario;

import org.jspecify.annotations.NullMarked;
