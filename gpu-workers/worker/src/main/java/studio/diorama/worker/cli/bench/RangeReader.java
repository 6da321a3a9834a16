package studio.diorama.worker.cli.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fetches ranges of assets over one connection and keeps nothing. It speaks just enough HTTP: the JDK's client takes
/// twice the processor time for a byte that the studio does, and on a shared machine it would be measured instead.
final class RangeReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final String HEAD_END = "\r\n\r\n";
    private static final Pattern LENGTH =
            Pattern.compile("\r\ncontent-length: *(\\d{1,18})\r\n", Pattern.CASE_INSENSITIVE);

    private final URI address;
    private final String token;
    private final SocketChannel connection;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    private RangeReader(URI address, String token, SocketChannel connection) {
        this.address = address;
        this.token = token;
        this.connection = connection;
    }

    static RangeReader connect(URI address, String token) throws IOException {
        return new RangeReader(
                address, token, SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort())));
    }

    /// @throws IOException unless exactly the range comes
    void read(String asset, long start, long length) throws IOException {
        send("GET /api/v1/assets/%s/content HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nRange: bytes=%d-%d%s"
                .formatted(asset, address.getAuthority(), token, start, start + length - 1, HEAD_END));
        buffer.clear();
        String head = "";
        while (!head.contains(HEAD_END)) {
            receive();
            head = StandardCharsets.ISO_8859_1.decode(buffer.duplicate().flip()).toString();
        }
        Matcher announced = LENGTH.matcher(head);
        if (!head.startsWith("HTTP/1.1 206 ") || !announced.find() || Long.parseLong(announced.group(1)) != length) {
            throw new IOException("A range of %,d bytes was expected, got %s"
                    .formatted(length, head.substring(0, head.indexOf(HEAD_END))));
        }
        long left = length - (buffer.position() - head.indexOf(HEAD_END) - HEAD_END.length());
        while (left > 0) {
            buffer.clear();
            left -= receive();
        }
        if (left < 0) {
            throw new IOException("A range of %,d bytes was expected, more came".formatted(length));
        }
    }

    private void send(String request) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            connection.write(bytes);
        }
    }

    private int receive() throws IOException {
        int read = connection.read(buffer);
        if (read < 0) {
            throw new EOFException("The studio closed the connection within an answer");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
