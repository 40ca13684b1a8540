package dev.plimsoll.work;

/**
 * Is shown one unit of work that was {@linkplain UnitOfWork#begin(String, UnitWitness) begun for it}, whatever data sources it ran on,
 * and every unit inside it. Called on the thread that ends a unit, by several threads at once if units inside it run on such; what it
 * throws is caught and logged.
 */
public interface UnitWitness {

    /** What the unit, or one inside it, has executed through one data source; at its end, and only if that is anything. */
    void unitObserved(ObservedUnit unit);
}
