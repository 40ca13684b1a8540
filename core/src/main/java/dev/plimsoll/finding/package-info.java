/** What detectors say: findings, their severity, confidence and evidence. Records only, no behaviour. Imports no other package. */
@NullMarked
package dev.plimsoll.finding;

import org.jspecify.annotations.NullMarked;
