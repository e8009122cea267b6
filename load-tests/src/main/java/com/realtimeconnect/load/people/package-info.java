/** People in numbers: accounts as user-service would have made them, and tokens as it would have signed them. */
@NullMarked
package com.realtimeconnect.load.people;

import org.jspecify.annotations.NullMarked;
