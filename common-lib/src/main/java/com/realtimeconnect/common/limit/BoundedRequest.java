package com.realtimeconnect.common.limit;

import com.realtimeconnect.common.problem.Problems;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.util.unit.DataSize;

/** A request whose body ends in a refusal where it becomes too large. */
class BoundedRequest extends HttpServletRequestWrapper {

    private final DataSize limit;

    BoundedRequest(HttpServletRequest request, DataSize limit) {
        super(request);
        this.limit = limit;
    }

    static String complaint(DataSize limit) {
        return "A body of at most " + limit.toKilobytes() + " KiB is read here";
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new BoundedStream(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize limit;
        private long count;

        private BoundedStream(ServletInputStream body, DataSize limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var got = body.read(bytes, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) {
            count += more;
            if (count > limit.toBytes()) {
                throw Problems.tooLarge(complaint(limit));
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
