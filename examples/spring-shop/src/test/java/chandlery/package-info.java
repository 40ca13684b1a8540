/** Each page against its database: what it may cost, and what is found of its broken twin. */
@NullMarked
package chandlery;

import org.jspecify.annotations.NullMarked;
