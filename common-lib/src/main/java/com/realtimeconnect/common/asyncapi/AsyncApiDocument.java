package com.realtimeconnect.common.asyncapi;

import com.realtimeconnect.common.problem.Problem;
import com.realtimeconnect.common.stomp.StompRoutes;
import com.realtimeconnect.common.stomp.StompRoutes.EventType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a service understands and tells over STOMP, as <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">
 * AsyncAPI 3.0</a>. It is made from what is registered, so it cannot say anything else; types of payloads are described as
 * in the OpenAPI document. Thread-safe.
 */
final class AsyncApiDocument {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final String title;
    private final String path;
    private final StompRoutes routes;
    private final JsonMapper json;

    /** @param path of the WebSocket */
    AsyncApiDocument(String title, String path, StompRoutes routes, JsonMapper json) {
        this.title = title;
        this.path = path;
        this.routes = routes;
        this.json = json;
    }

    /** @param host with its port */
    ObjectNode servedAt(String host) {
        var document = json.createObjectNode().put("asyncapi", "3.0.0").put("defaultContentType", "application/json");
        document.putObject("info")
                .put("title", title)
                .put("version", "1")
                .put(
                        "description",
                        "STOMP 1.2 over WebSocket, and over SockJS at " + path
                                + "-sockjs. CONNECT carries the access token in a "
                                + "header: `Authorization: Bearer …`. A `receipt` header is answered when the command has taken "
                                + "effect. What is refused is told on /user/queue/errors.");
        document.putObject("servers")
                .putObject("socket")
                .put("host", host)
                .put("pathname", path)
                .put("protocol", "stomp")
                .put("protocolVersion", "1.2");
        document.putObject("channels");
        document.putObject("operations");
        var components = document.putObject("components");
        components.putObject("messages");
        components.putObject("schemas");
        routes.commands().forEach((pattern, command) -> addCommand(document, pattern, command));
        addEvents(document);
        routes.feeds().forEach((pattern, summary) -> addFeed(document, pattern, summary));
        return document;
    }

    private void addCommand(ObjectNode document, String pattern, StompRoutes.Command command) {
        var name = nameOf(pattern);
        addMessage(document, name, command.summary(), schemaOf(document, command.payload()));
        addChannel(document, name, pattern, command.summary());
        addToChannel(document, name, name);
        addOperation(document, name, "receive", name, command.summary());
    }

    private void addEvents(ObjectNode document) {
        addChannel(document, "events", "/user/queue/events", "Everything that happens to me here. The first is state.");
        routes.events().forEach((name, event) -> {
            addMessage(document, "event." + name, event.summary(), envelope(document, name, event));
            addToChannel(document, "events", "event." + name);
        });
        addOperation(document, "events", "send", "events", "Tells what happened");
        addChannel(document, "errors", "/user/queue/errors", "What was refused, and why.");
        addMessage(document, "problem", "A command was refused", schemaOf(document, Problem.class));
        addToChannel(document, "errors", "problem");
        addOperation(document, "errors", "send", "errors", "Refuses a command");
    }

    private static void addFeed(ObjectNode document, String pattern, String summary) {
        var name = nameOf(pattern);
        addChannel(document, name, pattern, summary);
        addOperation(document, name, "send", name, summary);
    }

    private ObjectNode envelope(ObjectNode document, String name, EventType event) {
        var schema = json.createObjectNode().put("type", "object");
        var properties = schema.putObject("properties");
        properties.putObject("id").put("type", "string").put("format", "uuid");
        properties.putObject("type").put("const", name);
        properties.putObject("at").put("type", "string").put("format", "date-time");
        properties.set("data", schemaOf(document, event.data()));
        schema.putArray("required").add("id").add("type").add("at").add("data");
        return schema;
    }

    /** Adds the types that this one is made of to the components. */
    private ObjectNode schemaOf(ObjectNode document, Class<?> type) {
        var resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        var schemas = (ObjectNode) document.path("components").path("schemas");
        resolved.referencedSchemas.forEach((name, schema) -> schemas.set(name, read(schema)));
        return read(resolved.schema);
    }

    /** The library that describes types has a JSON library of its own. */
    private ObjectNode read(Object schema) {
        return (ObjectNode) json.readTree(Json31.pretty(schema));
    }

    private static void addMessage(ObjectNode document, String name, String summary, ObjectNode payload) {
        ((ObjectNode) document.path("components").path("messages"))
                .putObject(name)
                .put("name", name)
                .put("summary", summary)
                .set("payload", payload);
    }

    private static void addChannel(ObjectNode document, String name, String address, String summary) {
        var channel = ((ObjectNode) document.path("channels")).putObject(name);
        channel.put("address", address).put("summary", summary).putObject("messages");
        var variables = VARIABLE.matcher(address);
        while (variables.find()) {
            channel.withObjectProperty("parameters").putObject(variables.group(1));
        }
    }

    private static void addToChannel(ObjectNode document, String channel, String message) {
        ((ObjectNode) document.path("channels").path(channel).path("messages"))
                .putObject(message)
                .put("$ref", "#/components/messages/" + message);
    }

    private static void addOperation(ObjectNode document, String name, String action, String channel, String summary) {
        ((ObjectNode) document.path("operations"))
                .putObject(name)
                .put("action", action)
                .put("summary", summary)
                .putObject("channel")
                .put("$ref", "#/channels/" + channel);
    }

    private static String nameOf(String pattern) {
        return VARIABLE.matcher(pattern.substring(1)).replaceAll("$1").replace('/', '.');
    }
}
