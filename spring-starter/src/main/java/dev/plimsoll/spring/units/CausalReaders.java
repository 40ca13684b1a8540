package dev.plimsoll.spring.units;

import dev.plimsoll.route.InvalidTokenException;
import dev.plimsoll.route.Routing;
import dev.plimsoll.spring.WatchedBeans;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts the tokens that requests bring, and makes those that answers take along. Nothing of it reaches the application. */
final class CausalReaders {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll.route");
    private static final String AUDIENCE = "plimsoll.causal-cookie";

    private final WatchedBeans beans;
    private final Set<InvalidTokenException.Reason> told = ConcurrentHashMap.newKeySet();

    CausalReaders(WatchedBeans beans) {
        this.beans = beans;
    }

    /** By what follows the name of the cookie or header: nothing if one data source alone has replicas, else a hyphen and the bean. */
    Map<String, Routing> routings() {
        Map<String, Routing> found = beans.routings();
        if (found.size() == 1) {
            return Map.of("", found.values().iterator().next());
        }
        Map<String, Routing> named = new TreeMap<>();
        found.forEach((bean, routing) -> named.put("-" + bean, routing));
        return named;
    }

    /** The current unit sees what the token tells of; a token that is no good is ignored, since anybody may send one. */
    void accept(Routing routing, String token) {
        try {
            routing.accept(token, AUDIENCE);
        } catch (InvalidTokenException e) {
            if (told.add(e.reason())) {
                LOG.warn(
                        "{} The request goes on without it; further ones are only counted, as plimsoll.route.tokens.rejected",
                        e.getMessage());
            }
        } catch (RuntimeException e) { // a reader who may miss something is better off than one who gets an error
            LOG.debug("a causal token was not accepted", e);
        }
    }

    /** What the current unit must not miss elsewhere. */
    Optional<String> token(Routing routing) {
        try {
            return routing.causalToken(AUDIENCE);
        } catch (RuntimeException e) { // the answer is worth more than the token
            LOG.debug("no causal token for this answer", e);
            return Optional.empty();
        }
    }
}
