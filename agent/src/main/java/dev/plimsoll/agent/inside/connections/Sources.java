package dev.plimsoll.agent.inside.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plimsoll.ConnectionWatch;
import dev.plimsoll.config.PlimsollUrl;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Every data source and URL of which connections were handed out. Data sources that are gone are forgotten. */
final class Sources implements AutoCloseable {
    /** URLs watched at a time; the state of one that falls out is made anew. */
    private static final long MAX_URLS = 256;

    private final Function<String, ConnectionWatch> begin;
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

    Sources(Function<String, ConnectionWatch> begin) {
        this.begin = begin;
    }

    Source of(DataSource dataSource) {
        return dataSources.get(dataSource, made -> new Source(kind(made), Names.of(made), begin));
    }

    /** What Commons DBCP's pool has beneath it hands out to that pool only. */
    private static Kind kind(DataSource made) {
        boolean isBeneath = made.getClass().getSimpleName().equals("PoolingDataSource")
                && Callers.ofThisThread().types().stream()
                        .anyMatch(type -> type.getSimpleName().equals("BasicDataSource"));
        return isBeneath ? Kind.PROXY : Kind.of(made);
    }

    @Nullable
    Source known(DataSource dataSource) {
        return dataSources.getIfPresent(dataSource);
    }

    /** By what may be shown of it, so that no password is kept. */
    Source ofUrl(@Nullable String url) {
        String shown = url == null ? "a driver" : PlimsollUrl.shown(url);
        return urls.get(shown, made -> new Source(Kind.OTHER, made, begin));
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
