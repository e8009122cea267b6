package com.realtimeconnect.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.ProjectFolder;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.test.SharedStack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The web client is typed by documents that are kept with it: they must say what the services say. */
@Order(1)
class ApiDocumentTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @EnumSource(Service.class)
    void theWebClientKnowsTheContract(Service service) throws Exception {
        var kept = ProjectFolder.find().root().resolve("web-client/openapi/" + service.shortName() + ".json");

        assertThat(served(service))
                .as("The contract has changed. With ./run running: npm --prefix web-client run contract")
                .isEqualTo(JSON.readTree(Files.readString(kept)));
    }

    private static ObjectNode served(Service service) throws IOException, InterruptedException {
        var address = SharedStack.withNodes(1).endpoints(1).http(service, "/v3/api-docs");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            var document = (ObjectNode) JSON.readTree(answer.body());
            // Where it was asked for is no part of it.
            document.remove("servers");
            return document;
        }
    }
}
