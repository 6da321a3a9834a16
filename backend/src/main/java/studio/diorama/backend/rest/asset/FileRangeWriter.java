package studio.diorama.backend.rest.asset;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Has the system send a file: its bytes go from the disk's cache to the network and never through this process, as
/// long as nothing on the way has to see them (TLS does).
@Provider
@Produces(MediaType.WILDCARD)
public class FileRangeWriter implements ServerMessageBodyWriter<FileRange> {

    private static final Logger LOG = Logger.getLogger(FileRangeWriter.class);

    private final CurrentVertxRequest current;

    FileRangeWriter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == FileRange.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == FileRange.class;
    }

    @Override
    public void writeResponse(FileRange range, Type genericType, ServerRequestContext context) {
        HttpServerRequest request = current.getCurrent().request();
        request.response()
                .sendFile(range.file().toString(), range.start(), range.length())
                .onFailure(failure -> {
                    // Gone since it was verified, or its reader has left: either way nothing whole can follow.
                    LOG.debug("A file was not sent to its end", failure);
                    request.connection().close();
                });
    }

    @Override
    public void writeTo(
            FileRange range,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        WritableByteChannel sink = Channels.newChannel(out);
        try (FileChannel file = FileChannel.open(range.file())) {
            for (long sent = 0; sent < range.length(); ) {
                sent += file.transferTo(range.start() + sent, range.length() - sent, sink);
            }
        }
    }
}
