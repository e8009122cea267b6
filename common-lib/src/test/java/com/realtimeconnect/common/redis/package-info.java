@NullMarked
package com.realtimeconnect.common.redis;

import org.jspecify.annotations.NullMarked;
