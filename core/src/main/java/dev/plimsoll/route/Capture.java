package dev.plimsoll.route;

/** How the position of a commit is found out. */
public enum Capture {
    /** By the next sample of the primary, which serves all that were committed before: nothing is added to a commit. */
    GROUP,
    /** In the round trip of the commit itself, for bookmarks that leave the process at once. */
    COMMIT
}
