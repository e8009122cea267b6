/** Where the other services are, and what user-service tells them about a person. */
@NullMarked
package com.realtimeconnect.common.directory;

import org.jspecify.annotations.NullMarked;
