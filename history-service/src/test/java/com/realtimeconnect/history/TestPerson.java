package com.realtimeconnect.history;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.test.TestAccounts;
import com.realtimeconnect.test.TestTokens;

/** Somebody with an account. */
public record TestPerson(UserId id, String role, String name) {

    public static TestPerson woman(String name) {
        return create("female", name);
    }

    public static TestPerson man(String name) {
        return create("male", name);
    }

    public static TestPerson admin() {
        return create("admin", "Admin");
    }

    private static TestPerson create(String role, String name) {
        var person = new TestPerson(UserId.next(), role, name);
        TestAccounts.insert(person.id().value(), role);
        return person;
    }

    public String token() {
        return TestTokens.person(id.value(), role);
    }
}
