/** What the scenarios found: for the terminal, as a page with plots, and as JSON. */
@NullMarked
package com.realtimeconnect.load.report;

import org.jspecify.annotations.NullMarked;
