package dev.plimsoll.spring;

import dev.plimsoll.Plimsoll;

/**
 * A bean of this type has the last word on how data sources are watched. Called once for each while it is made, early in the
 * application's start, so it should need no other bean.
 */
@FunctionalInterface
public interface PlimsollCustomizer {

    /**
     * Adds to, or overrules, how a data source is watched.
     *
     * @param dataSource the bean's name
     * @param builder holds the properties' options and the replicas already; what is set here wins
     */
    void customize(String dataSource, Plimsoll.Builder builder);
}
