package com.realtimeconnect.user.safety;

import java.util.UUID;

/** A report was taken, and is to be looked into. Fact of the outbox. */
record ReportFiled(UUID reportId) {}
