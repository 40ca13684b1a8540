package dev.plimsoll.spring.page;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks whether a request may be answered, by what really came in: filters that believe proxies are looked behind. */
final class ServletAdmission implements HandlerInterceptor {
    /** Set by Tomcat where it replaces the address by what a header says, and takes the header away; also if there was none. */
    private static final String REPLACED_BY_TOMCAT = "org.apache.tomcat.request.forwarded";

    private final Admission admission;

    ServletAdmission(Admission admission) {
        this.admission = admission;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        HttpServletRequest original = original(request);
        Optional<String> refusal =
                admission.refusal(address(original), original.getServerName(), isForwarded(original));
        if (refusal.isEmpty()) {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            return true;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(refusal.get().getBytes(StandardCharsets.UTF_8));
        return false;
    }

    private static HttpServletRequest original(HttpServletRequest request) {
        ServletRequest current = request;
        while (current instanceof ServletRequestWrapper wrapper) {
            current = wrapper.getRequest();
        }
        return current instanceof HttpServletRequest http ? http : request;
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return request.getAttribute(REPLACED_BY_TOMCAT) != null
                || Admission.FORWARDING.stream().anyMatch(header -> request.getHeader(header) != null);
    }

    /** Null for what is no address, such as a socket in the file system. */
    private static @Nullable InetAddress address(HttpServletRequest request) throws UnknownHostException {
        String address = request.getRemoteAddr();
        boolean literal = address != null && address.matches("[0-9a-fA-F:.\\[\\]%]+.*") && !address.isBlank();
        return literal ? InetAddress.getByName(address) : null;
    }
}
