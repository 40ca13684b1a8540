package dev.plimsoll.spring.units;

import dev.plimsoll.route.CausalCookie;
import dev.plimsoll.spring.CausalCookieSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Lets a client that has written see it at its next request, in whatever process: the answer takes a signed token along, as a cookie or
 * header, which the next request brings. Inside the filter that makes the request a unit of work.
 */
final class CausalCookieFilter extends OncePerRequestFilter {
    private final CausalCookieSettings settings;
    private final CausalReaders readers;

    CausalCookieFilter(CausalCookieSettings settings, CausalReaders readers) {
        this.settings = settings;
        this.readers = readers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CausalResponse answer = WebUtils.getNativeResponse(response, CausalResponse.class);
        if (answer == null) {
            accept(request);
            answer = new CausalResponse(response, () -> give(request, response));
            go(request, answer, answer, chain);
        } else {
            go(request, answer, response, chain); // an asynchronous request goes on
        }
    }

    private static void go(
            HttpServletRequest request, CausalResponse answer, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (!request.isAsyncStarted()) {
                answer.begin();
            }
        }
    }

    private void accept(HttpServletRequest request) {
        readers.routings()
                .forEach((suffix, routing) ->
                        brought(request, suffix).distinct().forEach(token -> readers.accept(routing, token)));
    }

    private Stream<String> brought(HttpServletRequest request, String suffix) {
        Stream<String> header = settings.header().isEmpty()
                ? Stream.empty()
                : Stream.of(settings.header()).map(name -> request.getHeader(name + suffix));
        Cookie[] cookies = settings.cookie().isEmpty() ? null : request.getCookies();
        Stream<String> cookie = cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies)
                        .filter(sent -> sent.getName().equals(settings.cookie() + suffix))
                        .map(Cookie::getValue);
        return Stream.concat(header, cookie).filter(Objects::nonNull);
    }

    private void give(HttpServletRequest request, HttpServletResponse response) {
        if (!response.isCommitted()) {
            readers.routings()
                    .forEach((suffix, routing) ->
                            readers.token(routing).ifPresent(token -> give(token, suffix, request, response)));
        }
    }

    private void give(String token, String suffix, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.header().isEmpty()) {
            response.setHeader(settings.header() + suffix, token);
        }
        if (!settings.cookie().isEmpty()) {
            ResponseCookie cookie = ResponseCookie.from(settings.cookie() + suffix, token)
                    .path("/")
                    .maxAge(CausalCookie.LIFETIME)
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
