/** Profiles: what a person says about themselves, and who may connect without asking her. */
@NullMarked
package com.realtimeconnect.user.profile;

import org.jspecify.annotations.NullMarked;
