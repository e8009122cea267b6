package com.realtimeconnect.user.erasure;

import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.PersonalDataCatalogue;
import org.junit.jupiter.api.Test;

class ClassificationTests {

    @Test
    void saysOfEveryColumnWhatErasureDoesWithIt() {
        PersonalDataCatalogue.check(LocalServices.shared().dataSource("user_service"), "users");
        PersonalDataCatalogue.check(LocalServices.shared().dataSource("user_service"), "audit");
    }
}
