/** Steps that must be atomic in Redis are Lua files on the class path; how they become scripts. */
@NullMarked
package com.realtimeconnect.common.lua;

import org.jspecify.annotations.NullMarked;
