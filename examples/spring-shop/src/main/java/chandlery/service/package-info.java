/** What the shop does, each in as few statements and as short a transaction as it takes. Returns values, no entities. */
@NullMarked
package chandlery.service;

import org.jspecify.annotations.NullMarked;
