/** What the shop keeps: customers, products, their stock and reviews, orders and their lines. */
@NullMarked
package chandlery.model;

import org.jspecify.annotations.NullMarked;
