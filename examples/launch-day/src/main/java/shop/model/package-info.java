/** What the shop keeps in its database. Entities are neither final nor complete when made: Hibernate subclasses and fills them. */
@NullMarked
package shop.model;

import org.jspecify.annotations.NullMarked;
