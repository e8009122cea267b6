package com.realtimeconnect.user.media;

import com.realtimeconnect.common.outbox.FactHandler;
import org.springframework.stereotype.Component;

/** Removes unused objects, however long S3 may be away. */
@Component
class ObjectRemover implements FactHandler<ObjectsUnused> {

    static final String NAME = "remove-asset-objects";

    private final AssetStorage storage;

    ObjectRemover(AssetStorage storage) {
        this.storage = storage;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ObjectsUnused> payloadType() {
        return ObjectsUnused.class;
    }

    @Override
    public void deliver(ObjectsUnused unused) {
        storage.remove(unused.keys());
    }
}
