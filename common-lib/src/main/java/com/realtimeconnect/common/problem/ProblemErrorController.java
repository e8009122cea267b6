package com.realtimeconnect.common.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Renders what the server itself refuses before any controller is asked. */
@RestController
@Hidden
class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return ProblemAdvice.render(problemOf(status), request);
    }

    static ProblemException problemOf(int status) {
        return switch (status) {
            case 401 -> new ProblemException(Problems.UNAUTHENTICATED, "Send an access token");
            case 403 -> Problems.forbidden("This is not yours to do");
            case 404 -> Problems.notFound("There is nothing at this path");
            case 413 -> Problems.tooLarge("The request is larger than is allowed here");
            case 414 ->
                new ProblemException(
                        new ProblemType("uri-too-long", "The address is too long", 414), "Send a shorter address");
            case 431 ->
                new ProblemException(
                        new ProblemType("headers-too-large", "The headers are too large", 431),
                        "Send fewer or shorter headers");
            case 500 -> new ProblemException(Problems.INTERNAL_ERROR, "It was logged");
            case 503 -> Problems.unavailable("Try again later");
            default ->
                new ProblemException(
                        new ProblemType("bad-request", "The request cannot be served", status >= 400 ? status : 400),
                        "The request is not as it must be");
        };
    }
}
