/**
 * Data sources to measure with: a driver that does nothing, and plain delegates that show what wrapping costs at the least. Both
 * are abstract classes that hold only the methods somebody calls. May import java.sql and Byte Buddy.
 */
@NullMarked
package bench.jdbc;

import org.jspecify.annotations.NullMarked;
