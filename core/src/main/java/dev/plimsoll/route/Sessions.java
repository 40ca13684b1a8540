package dev.plimsoll.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Consumer;

/**
 * The scopes of users' sessions. One that falls out is not forgotten with what it demands: {@code evicted} gets it. Which replica it has
 * read last is forgotten, so the session's next unit may see less than the one before. Bounded; safe for use by many threads.
 */
final class Sessions {
    private final Cache<String, Scope> scopes;

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
        return scopes.get(key, made -> new Scope());
    }

    long size() {
        return scopes.estimatedSize();
    }
}
