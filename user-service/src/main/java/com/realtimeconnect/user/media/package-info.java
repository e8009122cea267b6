/** Media: photos and videos of a profile, made harmless before they are stored in S3. */
@NullMarked
package com.realtimeconnect.user.media;

import org.jspecify.annotations.NullMarked;
