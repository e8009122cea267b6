/**
 * Who may do what: access tokens verified by the published keys, logins that ended, tokens between our own services, and
 * one filter chain for every service. The acting person always comes from the token, never from a body.
 */
@NullMarked
package com.realtimeconnect.common.security;

import org.jspecify.annotations.NullMarked;
