/** A web shop on its launch day: {@link shop.LaunchDay} runs it, with Plimsoll between Hibernate and the connection pool. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
