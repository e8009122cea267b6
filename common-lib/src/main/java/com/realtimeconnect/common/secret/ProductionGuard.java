package com.realtimeconnect.common.secret;

import java.util.List;
import java.util.Objects;

/** Keeps a service from starting in production with a missing, weak or default secret. */
public final class ProductionGuard {

    private final boolean production;

    /** @throws InsecureProductionException naming every secret that is not fit, if this is production */
    public ProductionGuard(boolean production, List<RequiredSecret> secrets) {
        this.production = production;
        if (production) {
            var complaints = secrets.stream()
                    .map(RequiredSecret::complaint)
                    .filter(Objects::nonNull)
                    .toList();
            if (!complaints.isEmpty()) {
                throw new InsecureProductionException(complaints);
            }
        }
    }

    public boolean isProduction() {
        return production;
    }
}
