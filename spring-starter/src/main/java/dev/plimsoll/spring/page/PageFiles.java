package dev.plimsoll.spring.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The files of the page; there are no others. Read once, when they are asked for. Safe for use by many threads. */
final class PageFiles {
    static final String START = "page.html";

    /** Only what comes from here is loaded, run or asked for, and no other page may frame this one. */
    static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-cache"));

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String CSS = "text/css;charset=UTF-8";
    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry(START, HTML),
            Map.entry("icon.svg", "image/svg+xml"),
            Map.entry("page.css", CSS),
            Map.entry("waterfall.css", CSS),
            Map.entry("theme.js", JAVASCRIPT),
            Map.entry("main.js", JAVASCRIPT),
            Map.entry("live.js", JAVASCRIPT),
            Map.entry("dom.js", JAVASCRIPT),
            Map.entry("text.js", JAVASCRIPT),
            Map.entry("list.js", JAVASCRIPT),
            Map.entry("findings.js", JAVASCRIPT),
            Map.entry("units.js", JAVASCRIPT),
            Map.entry("waterfall.js", JAVASCRIPT),
            Map.entry("timeline.js", JAVASCRIPT),
            Map.entry("statements.js", JAVASCRIPT),
            Map.entry("transactions.js", JAVASCRIPT),
            Map.entry("nodes.js", JAVASCRIPT),
            Map.entry("chart.js", JAVASCRIPT));

    static final Set<String> NAMES = TYPES.keySet();

    private final Map<String, PageFile> read = new ConcurrentHashMap<>();

    Optional<PageFile> file(String name) {
        String type = TYPES.get(name);
        return type == null
                ? Optional.empty()
                : Optional.of(read.computeIfAbsent(name, key -> new PageFile(type, bytes(key))));
    }

    private static byte[] bytes(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in the jar of the starter");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param content not changed by anybody */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PageFile(String type, byte[] content) {}
}
