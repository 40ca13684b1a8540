package dev.plimsoll.route;

import org.jspecify.annotations.Nullable;

/**
 * How far a replica must have come before a reader may read there.
 *
 * @param position a byte position of the write-ahead log; a replica that has replayed up to it, or further, has the reader's writes
 */
public record Bookmark(Epoch epoch, long position) {

    /** The one that demands more: the later epoch, and within it the greater position. */
    static Bookmark max(@Nullable Bookmark one, Bookmark other) {
        if (one == null || one.epoch.timeline() < other.epoch.timeline()) {
            return other;
        }
        return one.epoch.equals(other.epoch) && one.position < other.position ? other : one;
    }
}
