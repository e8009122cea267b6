/** Tokens that must pass, and every forgery that must not. */
@NullMarked
package com.realtimeconnect.common.security;

import org.jspecify.annotations.NullMarked;
