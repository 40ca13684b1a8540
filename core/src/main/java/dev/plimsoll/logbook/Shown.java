package dev.plimsoll.logbook;

import dev.plimsoll.sql.SqlFacts;

/** How statements are written for people. */
final class Shown {
    private Shown() {}

    /** Sixteen digits. */
    static String fingerprint(long fingerprint) {
        String digits = Long.toHexString(fingerprint);
        return "0".repeat(16 - digits.length()) + digits;
    }

    static String shape(SqlFacts facts) {
        return cut(facts.shape());
    }

    static String cut(String shape) {
        return shape.length() <= Logbook.MAX_SHAPE ? shape : shape.substring(0, Logbook.MAX_SHAPE) + " …";
    }
}
