/**
 * Data sources to measure with: a driver that does nothing, and plain delegates that show what wrapping costs at the least. Both
 * are abstract classes that hold only the methods somebody calls. May import java.sql, Byte Buddy and JMH.
 */
@NullMarked
package bench.jdbc;

import org.jspecify.annotations.NullMarked;
