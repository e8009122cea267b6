package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.util.UUID;

/** A report about somebody whom the reporter really met waits for moderation. Published in the transaction that makes it so. */
public record ReportVerified(UUID reportId, InteractionId interactionId, UserId reporter, UserId reported) {}
