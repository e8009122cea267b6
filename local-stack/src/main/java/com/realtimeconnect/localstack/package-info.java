/** Starts what the services need on one machine, for developers and for tests: the real servers, no stand-ins. */
@NullMarked
package com.realtimeconnect.localstack;

import org.jspecify.annotations.NullMarked;
