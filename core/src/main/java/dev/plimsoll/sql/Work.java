package dev.plimsoll.sql;

import java.util.Set;

/** Decides whether a statement does work that an application could have avoided by asking otherwise. */
final class Work {
    private Work() {}

    static boolean isWork(Statement statement, Set<String> tables, Set<String> functions) {
        return switch (statement.verb()) {
            case FETCH, BEGIN, COMMIT, ROLLBACK, SAVEPOINT, SET, SHOW -> false;
            case SELECT, VALUES, TABLE -> !tables.isEmpty() || callsUnknown(functions);
            case CALL -> callsUnknown(functions) || !(callsKnown(functions) || drawsKey(statement));
            case OTHER -> !isSession(statement);
            default -> true;
        };
    }

    private static boolean callsUnknown(Set<String> functions) {
        return functions.stream().anyMatch(function -> !isKnown(function));
    }

    private static boolean callsKnown(Set<String> functions) {
        return !functions.isEmpty();
    }

    private static boolean isKnown(String function) {
        return Functions.isReadOnly(function)
                || Functions.movesSequence(function)
                || Functions.tellsIdentity(function)
                || Functions.setsSession(function);
    }

    /** {@code call next value for s}. */
    private static boolean drawsKey(Statement statement) {
        return statement.is(statement.main() + 1, Keyword.NEXT);
    }

    private static boolean isSession(Statement statement) {
        int main = statement.main();
        return statement.to() == statement.from()
                || statement.is(main, Keyword.CLOSE)
                || statement.is(main, Keyword.DEALLOCATE)
                || statement.is(main, Keyword.LISTEN)
                || statement.is(main, Keyword.UNLISTEN);
    }
}
