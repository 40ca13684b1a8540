package dev.plimsoll.route;

import java.util.Locale;

/** What a reader is promised of the replicas. Each level promises what the ones after it do, {@link #EVENTUAL} only a limit of the lag. */
public enum ReadLevel {
    /** Every statement runs on the primary. */
    PRIMARY,
    /** A read sees all that was committed anywhere before it began. Costs a look at the primary for each read. */
    STRONG_READ,
    /** Also what a read on the primary showed is not unseen by a later one on a replica. */
    MONOTONIC,
    /** A read sees the reader's own writes, and reads on replicas never go back in time. The default. */
    READ_YOUR_WRITES,
    /** A read may be as old as the lag limit allows. */
    EVENTUAL;

    /** As options spell it: {@code read-your-writes}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
