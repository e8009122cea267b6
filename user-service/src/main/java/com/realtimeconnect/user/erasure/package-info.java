/**
 * Erasure: whoever asks to be forgotten is, in every service, whatever is down at the time. The account is scrubbed and every
 * login ended by the request itself; the rest is five facts of the outbox, one for each service, tried until it confirms. What
 * remains is a row in a ledger that names nobody, from which erasures are done again after a restore.
 */
@NullMarked
package com.realtimeconnect.user.erasure;

import org.jspecify.annotations.NullMarked;
