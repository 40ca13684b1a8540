package dev.plimsoll.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all texts of one fingerprint have in common. A function of the shape alone, so that it can be shared between them.
 *
 * @param outermostLimit the site of the limit of the outermost block, or a constant of {@link QueryBlock}
 * @param outermostOffset likewise the offset
 * @param limitedBlocks the blocks whose limits need an order and have none
 * @param sites the places of values
 * @param slots the slots of a text none of whose lists is folded
 * @param largestIn the largest IN list of such a text
 * @param schemaSite the site of the schema that the text switches its session to, or -1
 * @param effect what a text leaves behind on its connection
 * @param setting where it names the setting that it changes, if it changes one
 * @param mode what it says of the transaction that it begins
 * @param proof whether it is a read, as far as known
 */
record Outline(
        long fingerprint,
        String shape,
        Verb verb,
        AccessClass access,
        boolean writes,
        List<String> tables,
        List<String> functions,
        boolean work,
        int statements,
        boolean partial,
        boolean ordered,
        int outermostLimit,
        int outermostOffset,
        List<LimitedBlock> limitedBlocks,
        Sites sites,
        List<Slot> slots,
        @Nullable Slot largestIn,
        int schemaSite,
        SessionEffect effect,
        @Nullable SettingSites setting,
        TransactionMode mode,
        ReadProof proof) {

    /** About how many bytes this takes. */
    int weight() {
        int bytes = 420 + 2 * shape.length() + 48 * slots.size() + 16 * sites.count() + 32 * limitedBlocks.size();
        for (String table : tables) {
            bytes += 48 + 2 * table.length();
        }
        for (String function : functions) {
            bytes += 48 + 2 * function.length();
        }
        return bytes;
    }
}
