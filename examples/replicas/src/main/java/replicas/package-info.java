/**
 * A shop on a primary and two replicas: {@link replicas.Replicas} runs it, with Plimsoll between the shop and a pool for each node.
 *
 * <p>{@link replicas.Crowd} is its customers, {@link replicas.Acts} what befalls the servers meanwhile, {@link replicas.Display}
 * what is printed.
 */
@NullMarked
package replicas;

import org.jspecify.annotations.NullMarked;
