/**
 * The command line: list, attach, report and detach. Talks to a JVM by the attach API and a Unix domain socket in a directory of its
 * own; no port is opened. Runs outside the application, except {@code Answer}, the other end of the socket. May import the JDK only.
 */
@NullMarked
package dev.plimsoll.agent.cli;

import org.jspecify.annotations.NullMarked;
