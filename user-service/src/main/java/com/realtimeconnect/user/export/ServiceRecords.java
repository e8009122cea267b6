package com.realtimeconnect.user.export;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.ServiceClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the other services hold about a person. Queuing-service holds nothing but a place in a queue, and for minutes. */
@Component
class ServiceRecords {

    private final Map<String, RestClient> services = new LinkedHashMap<>();

    ServiceRecords(ServiceClients clients, ServiceAddresses addresses, ExportProperties properties) {
        services.put("interaction", clients.of(addresses.interaction(), properties.patience()));
        services.put("history", clients.of(addresses.history(), properties.patience()));
        services.put("communication", clients.of(addresses.communication(), properties.patience()));
    }

    /**
     * Fetches each service's record into a file of its own.
     *
     * @throws com.realtimeconnect.common.problem.ProblemException unavailable, naming the service that does not answer
     */
    List<Path> fetch(UserId person, Spool spool) {
        var records = new ArrayList<Path>();
        services.forEach((name, service) -> {
            var record = spool.file(name + ".json");
            try {
                fetch(person, service, record);
                records.add(record);
            } catch (RestClientException | IOException silent) {
                throw Problems.unavailable(
                        "The " + name + " service does not answer, and an export without its part would not be whole",
                        silent);
            }
        });
        return records;
    }

    private static void fetch(UserId person, RestClient service, Path target) throws IOException {
        service.get().uri("/internal/people/{userId}/data", person).exchange((request, response) -> {
            if (response.getStatusCode().isError()) {
                throw new RestClientException("Answered " + response.getStatusCode());
            }
            return Files.copy(response.getBody(), target);
        });
    }
}
