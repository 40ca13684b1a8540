/**
 * Units of work in Spring: requests, messages, scheduled tasks, batch steps and named transactions, with what they say in spans, and the
 * causal tokens that requests bring and answers take along. May import the starter's root, core and Spring.
 */
@NullMarked
package dev.plimsoll.spring.units;

import org.jspecify.annotations.NullMarked;
