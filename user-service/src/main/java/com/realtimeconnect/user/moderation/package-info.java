/**
 * What admins decide about people: the queue of reports with their evidence, suspensions, appeals, and the rule by which
 * several reports hold somebody back until an admin has looked.
 */
@NullMarked
package com.realtimeconnect.user.moderation;

import org.jspecify.annotations.NullMarked;
