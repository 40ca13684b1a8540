package dev.plimsoll.postgres;

import java.util.Locale;

/** Positions of the write-ahead log, as PostgreSQL writes them: two hexadecimal halves, {@code 16/B374D848}. */
final class Lsn {
    /** What a page begins with, and what the first page of a segment begins with; the same in every version since 9.3. */
    private static final long PAGE_HEADER = 24;

    private static final long SEGMENT_HEADER = 40;

    private Lsn() {}

    static long parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no position of the log: " + text);
        }
        return Long.parseUnsignedLong(text.substring(0, slash), 16) << 32
                | Long.parseUnsignedLong(text.substring(slash + 1), 16);
    }

    static String format(long position) {
        return String.format(Locale.ROOT, "%X/%X", position >>> 32, position & 0xFFFF_FFFFL);
    }

    /**
     * An insert position, without the header of a page that holds nothing else yet. When a record ends where its page does, the
     * server counts the next page's header in, but nobody replays that far before there is another record.
     */
    static long withoutEmptyPage(long inserted, long blockSize, long segmentSize) {
        long intoPage = Long.remainderUnsigned(inserted, blockSize);
        boolean empty = Long.remainderUnsigned(inserted, segmentSize) == intoPage
                ? intoPage == SEGMENT_HEADER
                : intoPage == PAGE_HEADER;
        return empty ? inserted - intoPage : inserted;
    }
}
