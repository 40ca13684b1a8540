/**
 * What is measured with Micrometer: statements, transactions, findings, routes and nodes. May import the starter's root, core, Spring and
 * Micrometer.
 */
@NullMarked
package dev.plimsoll.spring.meters;

import org.jspecify.annotations.NullMarked;
