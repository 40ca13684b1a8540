/** The pages of the shop, and the card service that it calls over HTTP. */
@NullMarked
package chandlery.web;

import org.jspecify.annotations.NullMarked;
