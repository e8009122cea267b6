/** How a service comes to its own schema. */
@NullMarked
package com.realtimeconnect.common.database;

import org.jspecify.annotations.NullMarked;
