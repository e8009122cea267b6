package com.realtimeconnect.journeys;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.localstack.client.Reply;
import com.realtimeconnect.test.SharedStack;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The first admin, who decides about people. */
record Moderator(Person admin) {

    static Moderator logIn(Clients clients, Endpoints endpoints) {
        return new Moderator(
                Person.logIn(clients, endpoints, "Mona", SharedStack.ADMIN_EMAIL, SharedStack.ADMIN_PASSWORD));
    }

    Reply suspend(Person whom) {
        return decide(whom, "suspend");
    }

    void reinstate(Person whom) {
        decide(whom, "reinstate").orThrow("reinstate");
    }

    private Reply decide(Person whom, String verb) {
        return admin.post(Service.USER, "/admin/users/" + whom.userId() + "/" + verb, Map.of("reason", "A trial"));
    }

    void dismiss(JsonNode report) {
        var path = "/admin/reports/" + report.path("reportId").asString("") + "/resolve";
        admin.post(Service.USER, path, Map.of("outcome", "dismissed", "reason", "A trial"))
                .orThrow("dismiss");
    }

    /** The open reports about this person, oldest first. */
    List<JsonNode> reportsAbout(Person whom) {
        return admin.get(Service.USER, "/admin/reports?limit=200")
                .orThrow("reports")
                .path("items")
                .valueStream()
                .filter(report ->
                        report.path("reported").path("userId").asString("").equals(whom.userId()))
                .toList();
    }
}
