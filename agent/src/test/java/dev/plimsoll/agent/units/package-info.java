/** Tests of the finished jar: which unit of work the statements of applications in JVMs of their own are seen in. */
@NullMarked
package dev.plimsoll.agent.units;

import org.jspecify.annotations.NullMarked;
