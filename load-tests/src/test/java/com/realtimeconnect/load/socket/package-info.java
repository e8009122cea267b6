@NullMarked
package com.realtimeconnect.load.socket;

import org.jspecify.annotations.NullMarked;
