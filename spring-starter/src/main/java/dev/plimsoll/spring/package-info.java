/**
 * Plimsoll in Spring Boot 3.5 and 4: properties, and every pool of the application watched. Classes that moved between the two lines are
 * named in text, never imported. What an application may use itself is {@link dev.plimsoll.spring.PlimsollCustomizer}; what else is
 * public, {@code units}, {@code meters} and {@code page} need. May import core and Spring.
 */
@NullMarked
package dev.plimsoll.spring;

import org.jspecify.annotations.NullMarked;
