package studio.diorama.backend.rest.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A body that is refused once it is longer than a limit, however much its sender announced.
final class BoundedInput extends FilterInputStream {

    private final long mostBytes;
    private long read;

    BoundedInput(InputStream in, long mostBytes) {
        super(in);
        this.mostBytes = mostBytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > mostBytes) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE, "The body is too large: at most %,d bytes are accepted.".formatted(mostBytes));
        }
    }
}
