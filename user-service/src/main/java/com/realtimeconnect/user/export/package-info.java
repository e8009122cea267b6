/**
 * Export: everything held about a person, from every service, as one JSON document or as a zip with the photos and videos. Each
 * part is first fetched into a file that vanishes with the request, so that memory stays small however much somebody wrote,
 * and a service that does not answer means no export instead of one with holes.
 */
@NullMarked
package com.realtimeconnect.user.export;

import org.jspecify.annotations.NullMarked;
