/** What admins did: an append-only trail. The database refuses this service's role, and its own owner, to change a line of it. */
@NullMarked
package com.realtimeconnect.user.audit;

import org.jspecify.annotations.NullMarked;
