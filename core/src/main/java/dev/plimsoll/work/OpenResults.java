package dev.plimsoll.work;

/** The results that one connection is reading; asked by the sweeper's thread, so that a row costs nothing to be noticed. */
public interface OpenResults {

    /** A number that changes whenever a row is read. */
    long rowsRead();
}
