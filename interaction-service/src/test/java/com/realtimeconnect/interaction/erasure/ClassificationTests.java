package com.realtimeconnect.interaction.erasure;

import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.PersonalDataCatalogue;
import org.junit.jupiter.api.Test;

@OnStage
class ClassificationTests {

    @Test
    void saysOfEveryColumnWhatErasureDoesWithIt() {
        Stage.first(); // which migrates
        PersonalDataCatalogue.check(LocalServices.shared().dataSource("interaction_service"), "interactions");
    }
}
