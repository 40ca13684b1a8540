package dev.plimsoll.agent.inside.units;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests: {@code GET /orders/{number}}, at the end {@code GET /orders/{id}} if Spring says what it was mapped to. A dispatch to an
 * error page is still the request that failed. A request that is not HTTP's is named by what serves it.
 */
final class RequestNaming implements Naming {
    private static final Set<String> REQUEST =
            Set.of("jakarta.servlet.http.HttpServletRequest", "javax.servlet.http.HttpServletRequest");
    private static final Set<String> MAPPING =
            Set.of("jakarta.servlet.http.HttpServletMapping", "javax.servlet.http.HttpServletMapping");
    private static final String PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";
    private static final String FAILED = ".servlet.error.request_uri";

    private final Getter method = new Getter(REQUEST, "getMethod");
    private final Getter contextPath = new Getter(REQUEST, "getContextPath");
    private final Getter servletPath = new Getter(REQUEST, "getServletPath");
    private final Getter pathInfo = new Getter(REQUEST, "getPathInfo");
    private final Getter mapping = new Getter(REQUEST, "getHttpServletMapping");
    private final Getter mapped = new Getter(MAPPING, "getPattern");
    private final Getter attribute = new Getter(REQUEST, "getAttribute", String.class);
    private final Getter dispatch = new Getter(REQUEST, "getDispatcherType");
    private final Paths paths = new Paths();

    @Override
    public String atBegin(@Nullable Object receiver, @Nullable Object request) throws Throwable {
        String verb = method.textOf(request);
        if (verb == null) {
            return receiver == null ? "request" : Naming.of(receiver.getClass());
        }
        String known = paths.known(path(request));
        return verb + " " + (known == null ? text(contextPath, request) + text(mapped, mapping.of(request)) : known);
    }

    private String path(@Nullable Object request) throws Throwable {
        if (isError(request)) {
            Object failed = attribute.of(request, "jakarta" + FAILED);
            failed = failed == null ? attribute.of(request, "javax" + FAILED) : failed;
            if (failed != null) {
                return failed.toString();
            }
        }
        return text(contextPath, request) + text(servletPath, request) + text(pathInfo, request);
    }

    private static String text(Getter getter, @Nullable Object target) throws Throwable {
        String text = getter.textOf(target);
        return text == null ? "" : text;
    }

    private boolean isError(@Nullable Object request) throws Throwable {
        return "ERROR".equals(dispatch.textOf(request));
    }

    /** A pattern that matches whatever nothing else matched says less than the path. */
    @Override
    public @Nullable String atEnd(@Nullable Object request) throws Throwable {
        Object pattern = attribute.of(request, PATTERN);
        if (pattern == null || pattern.equals("/**") || isError(request)) {
            return null;
        }
        return method.textOf(request) + " " + text(contextPath, request) + pattern;
    }
}
