package dev.plimsoll.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Consumer;

/**
 * The scopes of users' sessions. One that falls out is not forgotten with what it demands: {@code evicted} gets it. Which replica it has
 * read last is forgotten unless a unit still uses it, so the session's next unit may see less than the one before. Bounded; safe for use by many threads.
 */
final class Sessions {
    private final Cache<String, Scope> scopes;
    /** Those that are in use, so that a session which has fallen out and comes back finds the scope that its unit still holds. */
    private final Cache<String, Scope> inUse =
            Caffeine.newBuilder().weakValues().build();

    Sessions(RouteOptions options, Consumer<Scope> evicted) {
        this.scopes = Caffeine.newBuilder()
                .maximumSize(options.sessions())
                .expireAfterAccess(options.sessionTime())
                .<String, Scope>evictionListener((key, scope, cause) -> {
                    if (scope != null) {
                        evicted.accept(scope);
                    }
                })
                .executor(Runnable::run)
                .build();
    }

    Scope of(String key) {
        return scopes.get(key, missing -> {
            Scope scope = inUse.get(missing, made -> new Scope());
            scope.remember();
            return scope;
        });
    }

    long size() {
        return scopes.estimatedSize();
    }
}
