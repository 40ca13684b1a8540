/** The program, watched by the agent as it was built. */
@NullMarked
package attach;

import org.jspecify.annotations.NullMarked;
