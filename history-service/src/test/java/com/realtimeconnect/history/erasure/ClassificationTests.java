package com.realtimeconnect.history.erasure;

import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.PersonalDataCatalogue;
import org.junit.jupiter.api.Test;

@HistoryTest
class ClassificationTests {

    @Test
    void saysOfEveryColumnWhatErasureDoesWithIt() {
        PersonalDataCatalogue.check(LocalServices.shared().dataSource("history_service"), "history");
    }
}
