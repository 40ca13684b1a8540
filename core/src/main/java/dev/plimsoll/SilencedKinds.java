package dev.plimsoll;

import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.Option;
import dev.plimsoll.config.Options;
import dev.plimsoll.config.Silence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for kinds in {@code plimsoll.silence} that nothing finds. What was set for one data source, whose detectors are known, is
 * refused. A system property or {@code plimsoll.properties} may be about a detector that only another data source gets, later; so that
 * is logged, once.
 */
final class SilencedKinds {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll");
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private SilencedKinds() {}

    /**
     * To be asked when the detectors of the data source are known.
     *
     * @param given the options that were set for it, without prefix
     * @throws InvalidOptionException if one of these names an unknown kind
     */
    static void check(List<Silence> silenced, Map<String, String> given) {
        if (silenced.stream().allMatch(Silence::isId)) {
            return;
        }
        Set<String> kinds = FindingKinds.known();
        for (Silence silence : silenced) {
            if (!silence.isId() && !kinds.contains(silence.idOrKind())) {
                unknown(silence.idOrKind(), kinds, given.containsKey(Option.SILENCE.key()));
            }
        }
    }

    private static void unknown(String kind, Set<String> kinds, boolean ofThisDataSource) {
        String sentence = Options.PREFIX + Option.SILENCE.key() + " has '" + kind
                + "', which is neither the id of a finding nor a kind: " + String.join(", ", kinds);
        if (ofThisDataSource) {
            throw new InvalidOptionException(sentence);
        }
        if (TOLD.add(kind)) {
            LOG.warn("{}; unless a data source that is made later has a detector of that kind", sentence);
        }
    }
}
