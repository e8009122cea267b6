/** Lists in pages by key, so that a late page costs what the first one does. */
@NullMarked
package com.realtimeconnect.common.page;

import org.jspecify.annotations.NullMarked;
