package dev.plimsoll.detect;

import dev.plimsoll.work.CallSite;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Ids of findings: 48 bits of hash over kind, fingerprint, and class and method of the call site. Neither lines nor schemas count, so
 * that an id that was accepted or silenced stays so.
 */
final class FindingId {
    private static final int HEX_DIGITS = 12;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private FindingId() {}

    static String of(String kind, long fingerprint, Optional<CallSite> callSite) {
        String place = callSite.map(CallSite::identity).orElse("");
        String text = kind + '\n' + Long.toHexString(fingerprint) + '\n' + place;
        long hash = FNV_OFFSET;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
        }
        return HexFormat.of().toHexDigits(hash ^ hash >>> Integer.SIZE, HEX_DIGITS);
    }
}
