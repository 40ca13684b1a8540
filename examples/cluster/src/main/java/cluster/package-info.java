/**
 * A real PostgreSQL primary with streaming standbys, a TCP proxy before each, and the faults that befall them.
 *
 * <p>{@link cluster.Cluster} starts them, {@link cluster.Server} is one of them, {@link cluster.TcpProxy} is the network
 * before it. For tests and demonstrations on Linux and macOS; it knows nothing of the library.
 */
@NullMarked
package cluster;

import org.jspecify.annotations.NullMarked;
