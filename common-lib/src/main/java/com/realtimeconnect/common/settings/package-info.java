/** How the variables that operators set become settings, and the defaults that all services share. */
@NullMarked
package com.realtimeconnect.common.settings;

import org.jspecify.annotations.NullMarked;
