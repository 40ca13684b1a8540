/**
 * The load line of a Java application's database. {@link dev.plimsoll.Plimsoll} and {@link dev.plimsoll.PlimsollDriver} are the ways
 * in. A statement goes through the packages in this order:
 *
 * <table>
 * <caption>What each package holds, and which others it may import</caption>
 * <tr><th>package</th><th>holds</th><th>may import</th></tr>
 * <tr><td>{@code dev.plimsoll}</td><td>entry points; {@code Assembly}, which puts the parts together</td><td>all</td></tr>
 * <tr><td>{@code .jdbc}</td><td>data source, connection, statement and result wrappers</td><td>work, route, sql</td></tr>
 * <tr><td>{@code .jdbc.logical}</td><td>logical connections over those of several nodes</td><td>route, postgres, sql</td></tr>
 * <tr><td>{@code .work}</td><td>units of work, sessions, transactions, call sites, aggregation</td><td>sql</td></tr>
 * <tr><td>{@code .route}</td><td>which node a unit goes to: scopes, bookmarks, what is known of each node</td>
 * <td>work, sql, flight</td></tr>
 * <tr><td>{@code .sql}</td><td>lexer, dialects, shape, fingerprint, facts, access class, catalog</td><td>none</td></tr>
 * <tr><td>{@code .postgres}</td><td>pollers of the nodes, the catalog, what PostgreSQL's errors mean</td><td>route, sql</td></tr>
 * <tr><td>{@code .detect}</td><td>one class for each kind of misuse, thresholds</td><td>work, finding, sql</td></tr>
 * <tr><td>{@code .finding}</td><td>finding, evidence, severity, confidence</td><td>none</td></tr>
 * <tr><td>{@code .report}</td><td>log, JSON lines, Flight Recorder, SARIF, JUnit's XML, the JSON writer</td><td>finding</td></tr>
 * <tr><td>{@code .flight}</td><td>events of Flight Recorder besides findings</td><td>none</td></tr>
 * <tr><td>{@code .logbook}</td><td>what was seen, for people who look at a live JVM</td><td>work, route, report, finding, sql</td></tr>
 * <tr><td>{@code .config}</td><td>options and URLs: parsing, defaults, error messages</td><td>work, detect, finding, route</td></tr>
 * <tr><td>{@code .junit}</td><td>JUnit Jupiter extension, recordings, assertions, baseline</td>
 * <td>root, work, finding, sql, report, config</td></tr>
 * </table>
 *
 * {@code PackageMapTest} keeps this true.
 */
@NullMarked
package dev.plimsoll;

import org.jspecify.annotations.NullMarked;
