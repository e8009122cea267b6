/** What production refuses to start with. */
@NullMarked
package com.realtimeconnect.common.secret;

import org.jspecify.annotations.NullMarked;
