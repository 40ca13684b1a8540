package dev.plimsoll.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads an {@link Outline} from a whole shape. */
final class OutlineReader {
    private static final int LONGEST_SHAPE = 4_096;

    private final Tokens tokens;
    private final List<Statement> statements;
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private final List<LimitedBlock> limitedBlocks = new ArrayList<>();

    private OutlineReader(String shape, Dialect dialect) {
        tokens = Tokens.of(shape, dialect);
        statements = Statement.split(tokens);
    }

    static Outline read(String shape, long fingerprint, Dialect dialect) {
        return new OutlineReader(shape, dialect).read(shape, fingerprint);
    }

    private Outline read(String shape, long fingerprint) {
        AccessClass access = AccessClass.UNKNOWN;
        boolean writes = false;
        boolean work = false;
        QueryBlock outermost = new QueryBlock(null, -1);
        for (Statement statement : statements) {
            AccessClass own = readStatement(statement);
            access = statement == statements.get(0) ? own : several(access, own);
            writes |= Writing.changesRows(statement);
            work |= Work.isWork(statement, tables, functions);
            LimitReader limits = LimitReader.read(statement);
            limitedBlocks.addAll(limits.limited());
            outermost = statement == statements.get(0) ? limits.outermost() : outermost;
        }
        Sites sites = SlotReader.read(tokens);
        sites.set(outermost.offsetSite(), Slot.Role.OFFSET);
        sites.set(outermost.limitSite(), Slot.Role.LIMIT);
        int[] identity = sites.identity();
        return new Outline(
                fingerprint,
                cut(shape),
                statements.isEmpty() ? Verb.OTHER : statements.get(0).verb(),
                access,
                writes,
                List.copyOf(tables),
                List.copyOf(functions),
                work,
                statements.size(),
                tokens.isPartial(),
                outermost.isOrdered(),
                outermost.limitSite(),
                outermost.offsetSite(),
                List.copyOf(limitedBlocks),
                sites,
                sites.slots(identity),
                sites.largestIn(identity),
                statements.isEmpty() ? -1 : SchemaSwitch.site(statements.get(0)));
    }

    private AccessClass readStatement(Statement statement) {
        Set<String> ownTables = new LinkedHashSet<>();
        Set<String> ownFunctions = new LinkedHashSet<>();
        TableReader.read(statement, ownTables, ownFunctions);
        tables.addAll(ownTables);
        functions.addAll(ownFunctions);
        return AccessClassifier.classify(statement, ownTables, ownFunctions);
    }

    /** Several statements are never proven to be a read. */
    private static AccessClass several(AccessClass one, AccessClass other) {
        boolean writes = one == AccessClass.WRITE || other == AccessClass.WRITE;
        return writes ? AccessClass.WRITE : AccessClass.UNKNOWN;
    }

    private static String cut(String shape) {
        return shape.length() <= LONGEST_SHAPE ? shape : shape.substring(0, LONGEST_SHAPE - 1) + '\u2026';
    }
}
