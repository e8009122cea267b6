/** How a step that must be atomic is run in Redis: one Lua file for each, called by one class of the feature it belongs to. */
@NullMarked
package com.realtimeconnect.queuing.lua;

import org.jspecify.annotations.NullMarked;
