package dev.plimsoll.route;

/** What read-your-writes rests on. */
public enum Guarantee {
    /** On positions of the write-ahead log: exact. */
    POSITION,
    /** On a time after which replicas are taken to have caught up: weaker, for databases that tell no positions. */
    WINDOW
}
