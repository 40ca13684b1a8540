/** What detectors say: findings, their severity, confidence and evidence. Records only, no behaviour. May import sql. */
@NullMarked
package dev.plimsoll.finding;

import org.jspecify.annotations.NullMarked;
