/** What admins did: an append-only trail. The database itself refuses to change a line of it. */
@NullMarked
package com.realtimeconnect.user.audit;

import org.jspecify.annotations.NullMarked;
