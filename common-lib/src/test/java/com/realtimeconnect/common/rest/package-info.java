/** A small service over everything that common-lib gives to REST: tokens, problems, pages, repeats, facts. */
@NullMarked
package com.realtimeconnect.common.rest;

import org.jspecify.annotations.NullMarked;
