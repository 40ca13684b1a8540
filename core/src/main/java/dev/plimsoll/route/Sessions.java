package dev.plimsoll.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The scopes of users' sessions. One that falls out while it still demands something is not forgotten: {@code evicted} gets it.
 * Bounded; safe for use by many threads.
 */
final class Sessions {
    private final Cache<String, Scope> scopes;

    Sessions(RouteOptions options, Consumer<Scope> evicted) {
        this.scopes = Caffeine.newBuilder()
                .maximumSize(options.sessions())
                .expireAfterAccess(options.sessionTime())
                .<String, Scope>evictionListener((key, scope, cause) -> pinnedOnly(scope, evicted))
                .executor(Runnable::run)
                .build();
    }

    private static void pinnedOnly(@Nullable Scope scope, Consumer<Scope> evicted) {
        if (scope != null && scope.isPinned()) {
            evicted.accept(scope);
        }
    }

    Scope of(String key) {
        return scopes.get(key, made -> new Scope());
    }

    long size() {
        return scopes.estimatedSize();
    }
}
