/** Tokens: the keys that sign them, people's access tokens, and the tokens our services call each other with. */
@NullMarked
package com.realtimeconnect.user.token;

import org.jspecify.annotations.NullMarked;
