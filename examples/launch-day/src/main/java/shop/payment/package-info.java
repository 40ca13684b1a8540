/** Money: the third party that takes it, and the client through which the shop asks for it. */
@NullMarked
package shop.payment;

import org.jspecify.annotations.NullMarked;
