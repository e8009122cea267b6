package com.realtimeconnect.common.security;

import com.realtimeconnect.common.observability.CorrelationId;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Makes the clients with which services call each other: with a service token, the correlation id, and bounded waiting. */
public class ServiceClients {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(3);

    private final RestClient.Builder builder;
    private final ServiceTokenSource tokens;

    ServiceClients(RestClient.Builder builder, ServiceTokenSource tokens) {
        this.builder = builder;
        this.tokens = tokens;
    }

    /** A client of the service at this address. An answer of 4xx or 5xx is thrown as Spring's RestClientResponseException. */
    public RestClient of(URI baseUrl) {
        return of(baseUrl, READ);
    }

    /** The same, for answers that take longer than usual. */
    public RestClient of(URI baseUrl, Duration patience) {
        return builder.clone()
                .baseUrl(baseUrl)
                .requestFactory(boundedRequests(patience))
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(tokens.token());
                    request.getHeaders().set(CorrelationId.HEADER, CorrelationId.current());
                    request.getHeaders().set(HttpHeaders.ACCEPT, "application/json, application/problem+json");
                    return execution.execute(request, body);
                })
                .build();
    }

    static JdkClientHttpRequestFactory boundedRequests() {
        return boundedRequests(READ);
    }

    private static JdkClientHttpRequestFactory boundedRequests(Duration patience) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        requests.setReadTimeout(patience);
        return requests;
    }
}
