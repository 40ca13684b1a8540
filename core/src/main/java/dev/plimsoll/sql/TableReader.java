package dev.plimsoll.sql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the tables and the functions of a statement. Walks its tokens once and knows, for each depth of parentheses, whether a table
 * may come next.
 */
final class TableReader {
    private static final Set<String> NO_TABLES = Set.of("dual", "sys.dual", "sysibm.sysdummy1", "rdb$database");

    private final Statement statement;
    private final Tokens tokens;
    private final Set<String> tables;
    private final Set<String> functions;
    private final Set<String> commonTables = new HashSet<>();
    private final TableDepths depths = new TableDepths();
    private boolean defining;
    private boolean returning;

    private TableReader(Statement statement, Set<String> tables, Set<String> functions) {
        this.statement = statement;
        this.tokens = statement.tokens();
        this.tables = tables;
        this.functions = functions;
        defining = statement.verb() == Verb.DDL;
    }

    /** Adds the tables and functions of {@code statement} to both sets. */
    static void read(Statement statement, Set<String> tables, Set<String> functions) {
        TableReader reader = new TableReader(statement, tables, functions);
        int i = statement.from();
        while (i < statement.to()) {
            i = reader.step(i);
        }
    }

    /** Reads the token at {@code i} and returns the one to read next. */
    private int step(int i) {
        switch (tokens.kind(i)) {
            case OPEN -> depths.open();
            case CLOSE -> close();
            case COMMA -> depths.comma();
            case QUOTED -> {
                return name(i);
            }
            case WORD -> {
                Keyword keyword = tokens.keyword(i);
                if (keyword == null || isTableDespite(keyword, i)) {
                    return name(i);
                }
                keyword(i, keyword);
            }
            default -> {}
        }
        return i + 1;
    }

    private void close() {
        String commonTable = depths.close();
        if (commonTable != null) {
            commonTables.add(commonTable);
        }
    }

    /** Many tables are called {@code session}, {@code role} or {@code comment}. */
    private boolean isTableDespite(Keyword keyword, int i) {
        boolean reserved = keyword.isPrefix() || keyword.isConstruct();
        return depths.expectsTable() && !reserved && !isNoTable(keyword) && !tokens.is(i + 1, TokenKind.OPEN);
    }

    private static boolean isNoTable(Keyword keyword) {
        return switch (keyword) {
            case TEMP, TEMPORARY, UNLOGGED, LOCAL, IF, INSERT, UPDATE, DELETE, MERGE -> true;
            default -> false;
        };
    }

    private int name(int i) {
        int end = tokens.qualifiedNameEnd(i);
        boolean call = tokens.is(end, TokenKind.OPEN);
        if (depths.expectsTable() && !isTransitionTable(end)) {
            boolean function = call && depths.mayBeFunction();
            depths.table();
            if (function) {
                addFunction(i, end);
            } else {
                addTable(i, end);
            }
        } else if (depths.expectsCommonTable() && (call || tokens.is(end, Keyword.AS))) {
            depths.commonTable(tokens.text(i, end));
        } else if (call && !isOuterJoinMark(end) && !isDeclared(i)) {
            addFunction(i, end);
        }
        return end;
    }

    /** {@code from final table (insert …)}. */
    private boolean isTransitionTable(int end) {
        return tokens.is(end, Keyword.TABLE) && tokens.is(end + 1, TokenKind.OPEN);
    }

    /** Oracle's {@code column(+)}. */
    private boolean isOuterJoinMark(int open) {
        return tokens.hasText(open + 1, "+") && tokens.is(open + 2, TokenKind.CLOSE);
    }

    /** Whether a name before a parenthesis is no call but an alias with columns or a type with a length. */
    private boolean isDeclared(int i) {
        boolean alias = depths.listsTables() && (tokens.isName(i - 1) || tokens.is(i - 1, TokenKind.CLOSE));
        return alias || defining || tokens.is(i - 1, Keyword.AS) || tokens.is(i - 1, TokenKind.CAST);
    }

    private void addTable(int from, int to) {
        String name = tokens.text(from, to);
        boolean common = to == from + 1 && commonTables.contains(name);
        if (!common && !NO_TABLES.contains(name)) {
            tables.add(name);
        }
    }

    private void addFunction(int from, int to) {
        functions.add(tokens.text(from, to).toLowerCase(Locale.ROOT));
    }

    private void keyword(int i, Keyword keyword) {
        switch (keyword) {
            case SELECT -> {
                defining = false;
                depths.query();
            }
            case WHERE, GROUP, ORDER, HAVING, LIMIT, OFFSET, FETCH, UNION, EXCEPT, INTERSECT, WINDOW, FOR, VALUES ->
                depths.leave();
            case MINUS, SET -> {
                depths.leave();
                call(i, keyword);
            }
            case FROM -> from(i);
            case JOIN, STRAIGHT_JOIN -> depths.join();
            case ON -> depths.condition();
            case APPLY -> {
                depths.join();
                call(i, keyword);
            }
            case USING -> using(i);
            case RETURNING -> returning = true;
            case INTO -> into(i);
            case UPDATE -> update(i);
            case DELETE -> delete(i);
            case INSERT, MERGE -> insert(i);
            case TABLE -> table(i);
            case TRUNCATE, LOCK, COPY -> afterMain(i, keyword);
            case WITH -> with(i);
            default -> call(i, keyword);
        }
    }

    private void call(int i, Keyword keyword) {
        boolean called = tokens.is(i + 1, TokenKind.OPEN) && KeywordCalls.isCall(tokens, i, keyword);
        if (called && !isDeclared(i)) {
            addFunction(i, i + 1);
        }
    }

    private void from(int i) {
        boolean comparison = tokens.is(i - 1, Keyword.DISTINCT)
                && (tokens.is(i - 2, Keyword.IS) || (tokens.is(i - 2, Keyword.NOT) && tokens.is(i - 3, Keyword.IS)));
        boolean rowsFrom = tokens.is(i - 1, Keyword.ROWS);
        if (depths.isQuery() && !comparison && !rowsFrom) {
            depths.expectTables();
        }
    }

    private void using(int i) {
        boolean list = statement.verb() == Verb.DELETE && depths.listsTables() && !tokens.is(i + 1, TokenKind.OPEN);
        if (list || (statement.verb() == Verb.MERGE && depths.isQuery())) {
            depths.expectTables();
        }
    }

    private void into(int i) {
        boolean file = tokens.hasText(i + 1, "outfile") || tokens.hasText(i + 1, "dumpfile");
        if (!returning && !file) {
            depths.expectOneTable();
        }
    }

    private void update(int i) {
        boolean clause = tokens.isAny(
                i - 1, Keyword.FOR, Keyword.KEY, Keyword.DO, Keyword.THEN, Keyword.ON, Keyword.NO, Keyword.OR);
        if (!clause && !defining) {
            depths.query();
            depths.expectTables();
        }
    }

    /** {@code delete from t}, MySQL's {@code delete a, b from …} and Oracle's {@code delete t where}. */
    private void delete(int i) {
        depths.query();
        int end = tokens.qualifiedNameEnd(i + 1);
        boolean aliases = tokens.is(end, TokenKind.COMMA) || tokens.is(end, Keyword.FROM);
        if (tokens.isName(i + 1) && !aliases) {
            depths.expectOneTable();
        }
    }

    /** INTO is optional in some dialects; INSERT is also a function of MySQL. */
    private void insert(int i) {
        boolean merging = tokens.is(i - 1, Keyword.THEN);
        if (tokens.is(i + 1, TokenKind.OPEN) && !merging) {
            call(i, Keyword.INSERT);
            return;
        }
        depths.query();
        if (tokens.isName(i + 1) && !tokens.is(i + 2, Keyword.INTO) && !merging) {
            depths.expectOneTable();
        }
    }

    private void table(int i) {
        boolean list = tokens.isAny(statement.main(), Keyword.DROP, Keyword.TRUNCATE, Keyword.LOCK);
        if (list) {
            depths.expectTables();
        } else if (statement.verb() == Verb.DDL || !tokens.is(i + 1, TokenKind.OPEN)) {
            depths.expectOneTable();
        }
    }

    private void afterMain(int i, Keyword keyword) {
        if (i == statement.main() && tokens.isName(i + 1)) {
            if (keyword == Keyword.COPY) {
                depths.expectOneTable();
            } else {
                depths.expectTables();
            }
        } else {
            call(i, keyword);
        }
    }

    private void with(int i) {
        boolean recursive = tokens.is(i + 1, Keyword.RECURSIVE);
        int name = recursive ? i + 2 : i + 1;
        boolean body = tokens.is(name + 1, Keyword.AS)
                && (tokens.is(name + 2, TokenKind.OPEN) || tokens.isAny(name + 2, Keyword.NOT, Keyword.MATERIALIZED));
        if (tokens.isName(name) && (recursive || body || tokens.is(name + 1, TokenKind.OPEN))) {
            depths.expectCommonTables();
        }
        if (recursive) {
            commonTables.add(tokens.text(name));
        }
    }
}
