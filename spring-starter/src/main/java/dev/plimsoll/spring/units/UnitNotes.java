package dev.plimsoll.spring.units;

import dev.plimsoll.work.UnitOfWork;

/** What is noted of a unit of work elsewhere when it begins and ends. */
interface UnitNotes {
    /** Nothing is noted. */
    UnitNotes NONE = new UnitNotes() {};

    /** The unit belongs to what the current thread does. */
    default void begun(UnitOfWork unit) {}

    /** Ends the unit. */
    default void end(UnitOfWork unit) {
        unit.close();
    }
}
