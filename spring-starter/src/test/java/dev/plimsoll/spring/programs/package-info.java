/** Programs that tests run in a JVM of their own. */
package dev.plimsoll.spring.programs;
