package com.realtimeconnect.common.idempotency;

import com.realtimeconnect.common.problem.Problems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;

/** What a request says, read before it is served. */
final class RequestContent {

    private static final int LONGEST_BODY = 256 * 1024;

    private final byte[] bytes;
    private final HttpServletRequest request;

    private RequestContent(byte[] bytes, HttpServletRequest request) {
        this.bytes = bytes;
        this.request = request;
    }

    static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    static RequestContent ofBody(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw Problems.tooLarge("A body of at most " + LONGEST_BODY + " bytes is read here");
        }
        return new RequestContent(body, new RepeatableRequest(request, body));
    }

    /** @throws ServletException or any other exception, as the container likes, if nobody could read this upload */
    static RequestContent ofParts(HttpServletRequest request) throws IOException, ServletException {
        var digests = new ArrayList<byte[]>();
        for (var part : request.getParts()) {
            digests.add(digest(part));
        }
        return new RequestContent(AnswerCipher.digest(digests.toArray(byte[][]::new)), request);
    }

    /** The body or, of an upload, a digest of its parts: between them stands a boundary that each try draws anew. */
    byte[] bytes() {
        return bytes;
    }

    /** Serves the body once more. */
    HttpServletRequest request() {
        return request;
    }

    private static byte[] digest(Part part) throws IOException {
        var digest = AnswerCipher.sha256();
        var head = part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getContentType() + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        try (var content = new DigestInputStream(part.getInputStream(), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }
}
