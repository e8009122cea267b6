/** Cursors that come back as they went, and those that never were ours. */
@NullMarked
package com.realtimeconnect.common.page;

import org.jspecify.annotations.NullMarked;
