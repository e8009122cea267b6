/** A person at a device, as the services see one: REST and STOMP exactly as a web or mobile client speaks them. */
@NullMarked
package com.realtimeconnect.localstack.client;

import org.jspecify.annotations.NullMarked;
