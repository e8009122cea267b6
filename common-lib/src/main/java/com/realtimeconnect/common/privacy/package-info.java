/**
 * What a service holds about a person, shown to that person and taken away again. Each service says with statements where
 * it is; this room runs them, and gives user-service the two internal calls by which it collects and erases. It knows no table.
 */
@NullMarked
package com.realtimeconnect.common.privacy;

import org.jspecify.annotations.NullMarked;
