package dev.plimsoll.spring.units;

import dev.plimsoll.work.UnitOfWork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Makes a unit of work of each request, its asynchronous parts included, on behalf of its session. Named by the route that handled it,
 * which is known when Spring has found it; so names are as few as routes.
 */
final class UnitFilter extends OncePerRequestFilter {
    private static final String UNIT = UnitFilter.class.getName() + ".unit";

    private final UnitNotes notes;

    UnitFilter(UnitNotes notes) {
        this.notes = notes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UnitOfWork outer = UnitOfWork.current();
        UnitOfWork unit = unit(request);
        UnitOfWork.exchange(unit);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new UnitEnd(() -> end(request, unit)));
            } else {
                end(request, unit);
            }
            UnitOfWork.exchange(outer);
        }
    }

    private UnitOfWork unit(HttpServletRequest request) {
        if (request.getAttribute(UNIT) instanceof UnitOfWork known) {
            return known;
        }
        UnitOfWork begun = begin(request);
        notes.begun(begun);
        request.setAttribute(UNIT, begun);
        return begun;
    }

    private static UnitOfWork begin(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? UnitOfWork.begin(request.getMethod())
                : UnitOfWork.begin(request.getMethod(), new SessionKey(session.getId()));
    }

    private void end(HttpServletRequest request, UnitOfWork unit) {
        name(request);
        notes.end(unit);
    }

    /** By the route, as far as that is known by now. */
    static void name(HttpServletRequest request) {
        if (request.getAttribute(UNIT) instanceof UnitOfWork unit) {
            Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            unit.rename(request.getMethod() + " " + (route == null ? "without a route" : route));
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
