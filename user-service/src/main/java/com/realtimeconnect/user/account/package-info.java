/** Accounts: the one shared identity of a person, with what proves it and what only they see of it. */
@NullMarked
package com.realtimeconnect.user.account;

import org.jspecify.annotations.NullMarked;
