package dev.plimsoll;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.UnitWitness;

/**
 * A witness of a unit of work that is also told what is found in it, each time it is found: by detectors, and by watches of
 * transactions that are closed in it. What the data source's options silence is not told, nor what takes the sweeper to notice.
 */
public interface FindingWitness extends UnitWitness {

    /** Something was found in the unit, or in one inside it; before that unit is shown, the same perhaps several times. */
    void found(Finding finding);
}
