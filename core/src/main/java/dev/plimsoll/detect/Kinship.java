package dev.plimsoll.detect;

import dev.plimsoll.sql.SqlFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the names of a child's column and a parent's fit each other, in ascending order. It decides between columns that hold the
 * same small numbers by chance.
 */
enum Kinship {
    /** The names say nothing. */
    NONE,
    /** Both are ids. */
    IDS,
    /** The same name, or a name that says whose id it is. */
    NAMED;

    /**
     * @param column the child's column that the values are compared with
     * @param label the parent's column that they were read from
     */
    static Kinship of(@Nullable String column, SqlFacts child, String label, SqlFacts parent) {
        if (column == null) {
            return NONE;
        }
        String ours = Name.plain(column);
        String theirs = Name.plain(label);
        String identified = Name.identified(ours);
        if (identified == null) {
            return ours.equals(theirs) ? NAMED : NONE;
        }
        return identified.isEmpty()
                ? ofPrimaryKey(child, theirs, parent)
                : ofForeignKey(ours, identified, theirs, parent);
    }

    /** {@code author where id = ?} is asked with {@code post.author_id}, or with ids of authors. */
    private static Kinship ofPrimaryKey(SqlFacts child, String theirs, SqlFacts parent) {
        String referred = Name.identified(theirs);
        if (referred == null) {
            return NONE;
        }
        boolean refers = !referred.isEmpty() && child.tables().stream().anyMatch(table -> Name.holds(table, referred));
        boolean same = referred.isEmpty() && child.tables().stream().anyMatch(parent.tables()::contains);
        return refers || same ? NAMED : IDS;
    }

    /** {@code comment where post_id = ?} is asked with {@code post.id}, or with another {@code post_id}. */
    private static Kinship ofForeignKey(String ours, String identified, String theirs, SqlFacts parent) {
        List<String> tables = parent.tables();
        if (ours.equals(theirs)) {
            return NAMED;
        }
        if (!theirs.equals("id")) {
            return NONE;
        }
        return tables.stream().anyMatch(table -> Name.holds(table, identified)) ? NAMED : IDS;
    }
}
