package dev.plimsoll.route;

import java.util.List;

/**
 * A connection or a unit of work of the model.
 *
 * @param witnesses what it must not miss: of its own, and of its user's session
 * @param steady those of them that are promised not to go back in time; a session that may be forgotten is not
 */
record ModelReader(Reader reader, List<Witness> witnesses, List<Witness> steady) {}
