/**
 * Options: where they come from (builder, URL, Properties, system properties, {@code plimsoll.properties}), what they may be, and
 * the sentence a user reads when one is wrong. May import work, detect, finding and route.
 */
@NullMarked
package dev.plimsoll.config;

import org.jspecify.annotations.NullMarked;
