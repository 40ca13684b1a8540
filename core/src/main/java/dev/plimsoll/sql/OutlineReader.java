package dev.plimsoll.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Outline} from a whole shape. */
final class OutlineReader {
    private static final int LONGEST_SHAPE = 4_096;

    private final String shape;
    private final long fingerprint;
    private final Dialect dialect;
    private final Demotions demotions;
    private final Tokens tokens;
    private final List<Statement> statements;
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private final List<LimitedBlock> limitedBlocks = new ArrayList<>();

    private AccessClass access = AccessClass.UNKNOWN;
    private ReadProof.Claim claim = ReadProof.Claim.NOTHING;
    private SessionEffect effect = SessionEffect.NONE;
    private @Nullable SettingSites setting;
    private boolean writes;
    private boolean work;
    private QueryBlock outermost = new QueryBlock(null, -1);

    OutlineReader(String shape, long fingerprint, Dialect dialect, Demotions demotions) {
        this.shape = shape;
        this.fingerprint = fingerprint;
        this.dialect = dialect;
        this.demotions = demotions;
        tokens = Tokens.of(shape, dialect);
        statements = Statement.split(tokens);
    }

    int siteCount() {
        return tokens.siteCount();
    }

    Outline read() {
        readStatements();
        Sites sites = SlotReader.read(tokens);
        sites.set(outermost.offsetSite(), Slot.Role.OFFSET);
        sites.set(outermost.limitSite(), Slot.Role.LIMIT);
        return outline(sites, statements.isEmpty() ? -1 : SchemaSwitch.site(statements.get(0)));
    }

    /**
     * What can be said of a shape that does not read back as the text it comes from, whose values are at {@code sites} places. Only
     * texts that are no SQL have such shapes; but nothing that is read from one proves anything.
     */
    Outline readNothing(int sites) {
        readStatements();
        access = access == AccessClass.WRITE ? access : AccessClass.UNKNOWN;
        claim = ReadProof.Claim.NOTHING;
        outermost = new QueryBlock(null, -1);
        limitedBlocks.clear();
        return outline(new Sites(sites), -1);
    }

    private void readStatements() {
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            AccessClass own = readStatement(statement);
            access = i == 0 ? own : several(access, own);
            claim = i == 0 ? claim : ReadProof.Claim.NOTHING;
            LimitReader limits = LimitReader.read(statement);
            limitedBlocks.addAll(limits.limited());
            outermost = i == 0 ? limits.outermost() : outermost;
        }
    }

    private Outline outline(Sites sites, int schemaSite) {
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
                schemaSite,
                effect,
                statements.size() == 1 ? setting : null,
                statements.size() == 1 ? TransactionMode.of(statements.get(0)) : TransactionMode.UNSTATED,
                proof());
    }

    private ReadProof proof() {
        return new ReadProof(
                fingerprint, cut(shape), dialect, claim, List.copyOf(tables), List.copyOf(functions), demotions);
    }

    private AccessClass readStatement(Statement statement) {
        Set<String> ownTables = new LinkedHashSet<>();
        Set<String> ownFunctions = new LinkedHashSet<>();
        TableReader.read(statement, ownTables, ownFunctions);
        tables.addAll(ownTables);
        functions.addAll(ownFunctions);
        writes |= Writing.changesRows(statement);
        work |= Work.isWork(statement, ownTables, ownFunctions);
        AccessClass own = AccessClassifier.classify(statement, ownTables, ownFunctions);
        claim = claim(own, AccessClassifier.classify(statement, ownTables, Set.of()));
        readEffect(statement, ownFunctions, own);
        return own;
    }

    private static ReadProof.Claim claim(AccessClass access, AccessClass butForFunctions) {
        if (access == AccessClass.READ) {
            return ReadProof.Claim.READ;
        }
        boolean provable = butForFunctions == AccessClass.READ;
        return provable ? ReadProof.Claim.READ_BUT_FOR_FUNCTIONS : ReadProof.Claim.NOTHING;
    }

    /** A setting beside another statement cannot be made elsewhere by running the whole text again. */
    private void readEffect(Statement statement, Set<String> ownFunctions, AccessClass own) {
        setting = SettingReader.read(statement);
        SessionEffect added = SessionEffects.of(statement, ownFunctions, own, setting);
        boolean alone = statements.size() == 1 || added != SessionEffect.SETTING;
        effect = effect.and(alone ? added : SessionEffect.OTHER);
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
