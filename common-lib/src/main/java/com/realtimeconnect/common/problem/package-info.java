/** How every refusal looks: RFC 9457 problem details with a stable code, the same over REST and STOMP. */
@NullMarked
package com.realtimeconnect.common.problem;

import org.jspecify.annotations.NullMarked;
