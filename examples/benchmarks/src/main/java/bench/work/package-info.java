/** What is done to a database, over and over: one class for each workload, plain JDBC over any data source. May import java.sql. */
@NullMarked
package bench.work;

import org.jspecify.annotations.NullMarked;
