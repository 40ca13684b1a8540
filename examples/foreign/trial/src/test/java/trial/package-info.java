/**
 * Applications that were not written for Plimsoll, watched while a crowd uses them: what they answer, and what is found in them.
 */
@NullMarked
package trial;

import org.jspecify.annotations.NullMarked;
