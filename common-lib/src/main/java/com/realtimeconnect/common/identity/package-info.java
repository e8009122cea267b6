/** Who and what: the ids every service uses, and the person behind a request. */
@NullMarked
package com.realtimeconnect.common.identity;

import org.jspecify.annotations.NullMarked;
