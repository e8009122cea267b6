package com.realtimeconnect.communication.erasure;

import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.PersonalDataCatalogue;
import org.junit.jupiter.api.Test;

@ChatTest
class ClassificationTests {

    @Test
    void saysOfEveryColumnWhatErasureDoesWithIt() {
        PersonalDataCatalogue.check(LocalServices.shared().dataSource("communication_service"), "chat");
    }
}
