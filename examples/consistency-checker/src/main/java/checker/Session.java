package checker;

/**
 * A user's session.
 *
 * @param name by which the library knows it
 * @param own the row that it alone writes
 * @param memory what it must not miss
 */
record Session(String name, Register own, Memory memory) {}
