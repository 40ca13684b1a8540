package dev.plimsoll.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the texts of one fingerprint are proven to be reads. The answer for the last catalog asked about is kept: a catalog is
 * asked for some seconds until the next one replaces it. Safe for use by many threads.
 */
final class ReadProof {
    private final long fingerprint;
    private final String shape;
    private final Dialect dialect;
    private final Claim claim;
    private final List<String> tables;
    private final List<String> functions;
    private final Demotions demotions;

    private volatile boolean demoted;

    /** Written and read without order: an answer is immutable, and a lost one is found again. */
    private @Nullable Answer last;

    /** What the tokens of a text prove. */
    enum Claim {
        /** That it is a read, whatever a catalog does not deny. */
        READ,
        /** That it is a read if its functions are. */
        READ_BUT_FOR_FUNCTIONS,
        NOTHING
    }

    ReadProof(
            long fingerprint,
            String shape,
            Dialect dialect,
            Claim claim,
            List<String> tables,
            List<String> functions,
            Demotions demotions) {
        this.fingerprint = fingerprint;
        this.shape = shape;
        this.dialect = dialect;
        this.claim = claim;
        this.tables = tables;
        this.functions = functions;
        this.demotions = demotions;
        demoted = demotions.contains(fingerprint);
    }

    boolean isRead(Catalog catalog) {
        if (demoted) {
            return false;
        }
        Answer known = last;
        if (known != null && known.catalog == catalog) {
            return known.read;
        }
        boolean read = prove(catalog);
        last = new Answer(catalog, read);
        return read;
    }

    private boolean prove(Catalog catalog) {
        if (catalog.isEmpty()) {
            return claim == Claim.READ;
        }
        return claim != Claim.NOTHING
                && functions.stream().allMatch(catalog::readsOnly)
                && tables.stream().allMatch(catalog::isReplicated)
                && !mentionsSuspects(catalog);
    }

    /** Hardly any database has such names, so that the shape is read anew for them and nothing is kept. */
    private boolean mentionsSuspects(Catalog catalog) {
        if (!catalog.hasSuspects()) {
            return false;
        }
        // A shape that was cut hides what it goes on with.
        return shape.endsWith("\u2026") || Mentions.of(shape, dialect).any(catalog::isSuspect);
    }

    /** A standby has refused a text of the fingerprint. */
    void demote() {
        demoted = true;
        demotions.add(fingerprint);
    }

    private record Answer(Catalog catalog, boolean read) {}
}
