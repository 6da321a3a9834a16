package studio.diorama.backend.rest.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Refuses query parameters that an operation does not know: a misspelt filter must not list everything, and nothing
/// that a caller writes ever becomes the name of a column.
@ApplicationScoped
public class QueryFilter {

    private final ConcurrentMap<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = 1100)
    public void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        if (!ActorFilter.isApi(request)) {
            return;
        }
        Set<String> accepted = known.computeIfAbsent(resource.getResourceMethod(), QueryFilter::parameters);
        for (Map.Entry<String, List<String>> given :
                request.getUriInfo().getQueryParameters().entrySet()) {
            if (!accepted.contains(given.getKey())) {
                throw malformed("The query parameter “%s” is not known here. %s"
                        .formatted(
                                shortened(given.getKey()),
                                accepted.isEmpty() ? "There are none." : "There are: " + String.join(", ", accepted)));
            }
            if (given.getValue().getFirst().isBlank()) {
                throw malformed("The query parameter “%s” has no value.".formatted(given.getKey()));
            }
            if (given.getValue().size() > 1) {
                throw malformed("The query parameter “%s” is given twice.".formatted(given.getKey()));
            }
        }
    }

    private static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(annotation -> annotation != null)
                .map(QueryParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }

    private static DioramaException malformed(String message) {
        return new DioramaException(ErrorCode.MALFORMED_REQUEST, message);
    }
}
