package dev.plimsoll.agent.inside;

import dev.plimsoll.ConnectionWatch;
import dev.plimsoll.config.NodeUrls;
import dev.plimsoll.config.Options;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the agent was told, checked.
 *
 * @param values by key, without prefix
 * @param checked the same as core reads it
 */
public record AgentOptions(Map<String, String> values, Options checked) {

    public AgentOptions {
        values = Map.copyOf(values);
    }

    /**
     * Checks options before anything else happens.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static AgentOptions of(Map<String, String> given) {
        Map<String, String> values = new TreeMap<>(given);
        values.putIfAbsent("vendor-interfaces", "true");
        Options checked = ConnectionWatch.options(values);
        NodeUrls.of("jdbc:postgresql://host/database", checked.replicas()); // refuses what is no host
        return new AgentOptions(values, checked);
    }

    /** Whether the application's pools are to be routed. */
    boolean haveReplicas() {
        return !checked.replicas().isEmpty();
    }
}
