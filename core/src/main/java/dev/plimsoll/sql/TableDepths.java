package dev.plimsoll.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a name would be at each depth of parentheses: a table, a common table of WITH, or neither. */
final class TableDepths {
    /** Within no clause that names tables. */
    private static final byte OUTSIDE = 0;
    /** Within FROM, where the next name is a table or a function. */
    private static final byte EXPECTING = 1;
    /** Within FROM, after a table: a comma or JOIN brings the next one. */
    private static final byte LISTING = 2;
    /** Where the next name is a table and the only one: after INTO or TABLE. */
    private static final byte EXPECTING_ONE = 3;
    /** Within WITH, where the next name is a common table. */
    private static final byte EXPECTING_COMMON = 4;
    /** Within WITH, after the name of a common table. */
    private static final byte IN_COMMON = 5;
    /** Within FROM, in the condition of a join, where a name before a parenthesis is no alias but a function. */
    private static final byte CONDITION = 6;

    private byte[] clauses = new byte[16];
    private boolean[] queries = new boolean[16];
    private @Nullable String[] commonTables = new @Nullable String[16];
    private int depth;

    void open() {
        boolean factor = clauses[depth] == EXPECTING;
        if (factor) {
            clauses[depth] = LISTING;
        }
        depth++;
        if (depth == clauses.length) {
            clauses = Arrays.copyOf(clauses, depth * 2);
            queries = Arrays.copyOf(queries, depth * 2);
            commonTables = Arrays.copyOf(commonTables, depth * 2);
        }
        // Joined tables in parentheses go on with the clause; a subquery soon leaves it.
        clauses[depth] = factor ? EXPECTING : OUTSIDE;
        queries[depth] = false;
        commonTables[depth] = null;
    }

    /** The common table whose body ends here, or null. */
    @Nullable
    String close() {
        depth = Math.max(0, depth - 1);
        String commonTable = commonTables[depth];
        commonTables[depth] = null;
        return commonTable;
    }

    void comma() {
        if (clauses[depth] == LISTING || clauses[depth] == CONDITION) {
            clauses[depth] = EXPECTING;
        } else if (clauses[depth] == IN_COMMON) {
            clauses[depth] = EXPECTING_COMMON;
        }
    }

    boolean expectsTable() {
        return clauses[depth] == EXPECTING || clauses[depth] == EXPECTING_ONE;
    }

    boolean mayBeFunction() {
        return clauses[depth] == EXPECTING;
    }

    /** A table was read. */
    void table() {
        clauses[depth] = clauses[depth] == EXPECTING ? LISTING : OUTSIDE;
    }

    boolean expectsCommonTable() {
        return clauses[depth] == EXPECTING_COMMON;
    }

    void commonTable(String name) {
        clauses[depth] = IN_COMMON;
        commonTables[depth] = name;
    }

    boolean listsTables() {
        return clauses[depth] == LISTING;
    }

    boolean isQuery() {
        return queries[depth];
    }

    /** A query block, or a statement that has FROM or USING like one, begins. */
    void query() {
        queries[depth] = true;
        clauses[depth] = OUTSIDE;
    }

    void leave() {
        clauses[depth] = OUTSIDE;
    }

    void join() {
        if (clauses[depth] != OUTSIDE) {
            clauses[depth] = EXPECTING;
        }
    }

    /** ON was read. */
    void condition() {
        if (clauses[depth] == LISTING) {
            clauses[depth] = CONDITION;
        }
    }

    void expectTables() {
        clauses[depth] = EXPECTING;
    }

    void expectOneTable() {
        clauses[depth] = EXPECTING_ONE;
    }

    void expectCommonTables() {
        clauses[depth] = EXPECTING_COMMON;
    }
}
