/**
 * The actuator endpoint {@code plimsoll} and the page under it, in applications with Spring MVC or WebFlux, on the application's port or
 * one of their own. What they show comes from one {@link dev.plimsoll.logbook.Logbook}. The page's files are this package's resources.
 * May import core, Spring and Spring Boot's actuator, whose classes stand where they stood in 3.5; nothing of the package above.
 */
@NullMarked
package dev.plimsoll.spring.page;

import org.jspecify.annotations.NullMarked;
