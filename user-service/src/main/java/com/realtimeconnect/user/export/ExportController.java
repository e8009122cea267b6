package com.realtimeconnect.user.export;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.EmailAddress;
import com.realtimeconnect.user.authentication.Authenticator;
import com.realtimeconnect.user.authentication.Devices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What we know about you. */
@RestController
@Tag(name = "Account")
class ExportController {

    private static final String ZIP = "application/zip";

    private final AccountExport export;
    private final Authenticator authenticator;
    private final Devices devices;

    ExportController(AccountExport export, Authenticator authenticator, Devices devices) {
        this.export = export;
        this.authenticator = authenticator;
        this.devices = devices;
    }

    @GetMapping(
            path = "/auth/export",
            produces = {MediaType.APPLICATION_JSON_VALUE, ZIP})
    @Operation(
            summary = "Everything held about me, from every service",
            description =
                    "One JSON document; with format=zip or Accept: application/zip a zip of it and of what I uploaded."
                            + " 503 if a service does not answer, since an export with holes would be none; 429 after a few a day.")
    void export(
            @AuthenticationPrincipal AuthenticatedUser user,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
            HttpServletResponse response)
            throws IOException {
        write(user.id(), isZip(format, accept), response);
    }

    @PostMapping(
            path = "/auth/suspended/export",
            produces = {MediaType.APPLICATION_JSON_VALUE, ZIP})
    @Operation(
            summary = "Everything held about me, while I am suspended",
            description =
                    "As GET /auth/export. Proves the password as logging in does. 409 `not-suspended` for who can log in.")
    void exportSuspended(
            @Valid @RequestBody SuspendedExportRequest asked,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var zipped = isZip(format, accept);
        var email = EmailAddress.of(asked.email());
        var proven = authenticator.confirmSuspended(email, asked.password(), devices.of(request));
        write(proven.id(), zipped, response);
    }

    private void write(UserId person, boolean zipped, HttpServletResponse response) throws IOException {
        if (zipped) {
            export.writeZip(person, () -> begin(response, ZIP, "export.zip"));
        } else {
            export.writeJson(person, () -> begin(response, MediaType.APPLICATION_JSON_VALUE, "export.json"));
        }
    }

    private static boolean isZip(@Nullable String format, String accept) {
        if (format == null) {
            return preferred(accept).equals(ZIP);
        }
        return switch (format) {
            case "zip" -> true;
            case "json" -> false;
            default -> throw Problems.invalid("format", "must be json or zip");
        };
    }

    /** What comes first of the two; nothing if neither is named. */
    private static String preferred(String accept) {
        return Stream.of(accept.split(",", -1))
                .map(type -> type.split(";", -1)[0].strip())
                .filter(type -> type.equals(ZIP) || type.equals(MediaType.APPLICATION_JSON_VALUE))
                .findFirst()
                .orElse("");
    }

    private static OutputStream begin(HttpServletResponse response, String type, String fileName) throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        return response.getOutputStream();
    }
}
