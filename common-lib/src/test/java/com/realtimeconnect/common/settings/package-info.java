/** What is set when nobody sets anything. */
@NullMarked
package com.realtimeconnect.common.settings;

import org.jspecify.annotations.NullMarked;
