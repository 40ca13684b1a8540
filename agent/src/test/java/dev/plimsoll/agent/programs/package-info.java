/** Applications that know nothing of the agent; each has a JVM of its own. */
package dev.plimsoll.agent.programs;
