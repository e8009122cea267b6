/** People as others see them: whole for our services, as a card for somebody who met them. */
@NullMarked
package com.realtimeconnect.user.people;

import org.jspecify.annotations.NullMarked;
