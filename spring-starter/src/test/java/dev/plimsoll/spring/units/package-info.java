/** Tests of units of work in Spring that look inside. */
@NullMarked
package dev.plimsoll.spring.units;

import org.jspecify.annotations.NullMarked;
