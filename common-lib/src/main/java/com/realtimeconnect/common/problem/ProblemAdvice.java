package com.realtimeconnect.common.problem;

import com.realtimeconnect.common.observability.CorrelationId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** The one place where a REST refusal becomes a response. Nothing inside, such as class names or SQL, gets out. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(ProblemException refusal, HttpServletRequest request) {
        if (refusal.type().status() >= 500 && !refusal.isExpected()) {
            log.atWarn()
                    .setCause(refusal)
                    .addKeyValue("path", request.getRequestURI())
                    .log("Request not served");
        }
        return render(refusal, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return render(BodyProblems.from(json), request);
            }
            if (cause instanceof ProblemException refusal) {
                return render(refusal, request);
            }
        }
        return render(new ProblemException(Problems.MALFORMED_BODY, "A JSON body is needed"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(BindException invalid, HttpServletRequest request) {
        var errors = invalid.getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid")))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        return render(BodyProblems.validationFailed(errors), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(HandlerMethodValidationException invalid, HttpServletRequest request) {
        var errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), "parameter"),
                                Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid"))))
                .toList();
        return render(BodyProblems.validationFailed(errors), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return render(Problems.invalid(mistyped.getName(), "has a value that is not allowed"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return render(Problems.invalid(missing.getParameterName(), "is missing"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestPartException missing, HttpServletRequest request) {
        return render(Problems.invalid(missing.getRequestPartName(), "is missing"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return render(Problems.tooLarge("The upload is larger than is allowed here"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> brokenUpload(MultipartException broken, HttpServletRequest request) {
        return render(new ProblemException(Problems.MALFORMED_BODY, "The upload cannot be read"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongVerb(HttpRequestMethodNotSupportedException wrongVerb, HttpServletRequest request) {
        var response = render(
                new ProblemException(
                        Problems.METHOD_NOT_ALLOWED, "The verb " + wrongVerb.getMethod() + " is not offered here"),
                request);
        var allowed = wrongVerb.getSupportedHttpMethods();
        return allowed == null
                ? response
                : ResponseEntity.status(response.getStatusCode())
                        .headers(response.getHeaders())
                        .allow(allowed.toArray(org.springframework.http.HttpMethod[]::new))
                        .body(Objects.requireNonNull(response.getBody()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMediaType(HttpMediaTypeNotSupportedException wrong, HttpServletRequest request) {
        return render(
                new ProblemException(Problems.UNSUPPORTED_MEDIA_TYPE, "Send one of: " + wrong.getSupportedMediaTypes()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAcceptable(HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request) {
        return render(new ProblemException(Problems.NOT_ACCEPTABLE, "Accept JSON"), request);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<Problem> unknownPath(HttpServletRequest request) {
        return render(Problems.notFound("There is nothing at this path"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception unexpected, HttpServletRequest request) throws Exception {
        if (unexpected instanceof AccessDeniedException || unexpected instanceof AuthenticationException) {
            throw unexpected; // the filter chain renders these
        }
        if (unexpected instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            var status = response.getStatusCode().value();
            return render(
                    new ProblemException(
                            new ProblemType("bad-request", "The request cannot be served", status),
                            "The request is not as it must be"),
                    request);
        }
        var outage = Outages.explain(unexpected);
        if (outage != null) {
            return refused(outage, request);
        }
        log.atError()
                .setCause(unexpected)
                .addKeyValue("path", request.getRequestURI())
                .log("Request failed unexpectedly");
        return render(
                new ProblemException(Problems.INTERNAL_ERROR, "It was logged; the correlation id helps us to find it"),
                request);
    }

    static ResponseEntity<Problem> render(ProblemException refusal, HttpServletRequest request) {
        // Where an error is described by a dispatch of its own, this is what was asked for.
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var instance = asked instanceof String uri ? uri : request.getRequestURI();
        var problem = Problem.from(refusal, instance, CorrelationId.current());
        var response = ResponseEntity.status(HttpStatus.valueOf(problem.status()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfterSeconds() != null) {
            response.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().toString());
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.body(problem);
    }
}
