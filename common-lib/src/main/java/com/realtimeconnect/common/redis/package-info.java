/** How every service talks to Redis, beyond what Spring Boot sets up. */
@NullMarked
package com.realtimeconnect.common.redis;

import org.jspecify.annotations.NullMarked;
