package com.realtimeconnect.common.asyncapi;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Serves the document, with the address at which it was asked for. */
@RestController
@Hidden
class AsyncApiController {

    private final AsyncApiDocument document;

    AsyncApiController(AsyncApiDocument document) {
        this.document = document;
    }

    @GetMapping(path = "/v3/asyncapi", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode read(HttpServletRequest request) {
        return document.servedAt(request.getServerName() + ":" + request.getServerPort());
    }
}
