/** How the shop asks its database: the repositories, and what their queries return that is no entity. */
@NullMarked
package chandlery.data;

import org.jspecify.annotations.NullMarked;
