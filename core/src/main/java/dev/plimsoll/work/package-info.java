/**
 * Units of work and what is executed in them: sessions, transactions, bind hashes, call sites, propagation to other threads, and
 * the one sweeper that looks at transactions while they are open. Executions are aggregated as they happen, so memory is bounded
 * however long a unit runs. Detectors see the result as {@link dev.plimsoll.work.ObservedUnit}. May import sql.
 */
@NullMarked
package dev.plimsoll.work;

import org.jspecify.annotations.NullMarked;
