package dev.plimsoll.finding;

/**
 * One measured fact behind a finding. Never holds a bind value or a literal.
 *
 * @param name what was measured, such as {@code parent}
 * @param value the measurement as people read it, with its unit
 */
public record Evidence(String name, String value) {}
