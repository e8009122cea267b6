/** Figures about all calls for administrators; never about so few people that one could be told. */
@NullMarked
package com.realtimeconnect.history.analytics;

import org.jspecify.annotations.NullMarked;
