/** What people see and hear: real browsers on the page of the web client, over the services as real processes. */
@NullMarked
package com.realtimeconnect.browser;

import org.jspecify.annotations.NullMarked;
