@NullMarked
package com.realtimeconnect.common.batch;

import org.jspecify.annotations.NullMarked;
