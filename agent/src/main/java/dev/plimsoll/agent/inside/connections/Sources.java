package dev.plimsoll.agent.inside.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plimsoll.config.PlimsollUrl;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Every data source and URL of which connections were handed out. Data sources that are gone are forgotten. */
final class Sources implements AutoCloseable {
    /** URLs watched at a time; the state of one that falls out is made anew. */
    private static final long MAX_URLS = 256;

    private final Map<String, String> options;
    /** Weak keys are told apart by identity, not by what their classes hold for equal. */
    private final Cache<DataSource, Source> dataSources = Caffeine.newBuilder()
            .weakKeys()
            .<DataSource, Source>removalListener((key, source, cause) -> close(source))
            .executor(Runnable::run)
            .build();

    private final Cache<String, Source> urls = Caffeine.newBuilder()
            .maximumSize(MAX_URLS)
            .<String, Source>removalListener((key, source, cause) -> close(source))
            .executor(Runnable::run)
            .build();

    Sources(Map<String, String> options) {
        this.options = options;
    }

    Source of(DataSource dataSource) {
        return dataSources.get(dataSource, made -> new Source(Kind.of(made), options));
    }

    /** By what may be shown of it, so that no password is kept. */
    Source ofUrl(@Nullable String url) {
        return urls.get(url == null ? "" : PlimsollUrl.shown(url), made -> new Source(Kind.OTHER, options));
    }

    private static void close(@Nullable Source source) {
        if (source != null) {
            source.close();
        }
    }

    @Override
    public void close() {
        dataSources.invalidateAll();
        urls.invalidateAll();
    }
}
