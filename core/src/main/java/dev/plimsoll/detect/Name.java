package dev.plimsoll.detect;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of tables and columns, brought to one form so that those that mean the same can be recognised. */
final class Name {
    /** What Hibernate appended to the columns of a result before version 6: {@code post_id2_1_}. */
    private static final Pattern MAPPER_ALIAS = Pattern.compile("(.+?)\\d+_\\d+_\\d*_?");

    private static final String ID = "id";

    private Name() {}

    /** Without quotes, case, underscores and an object mapper's numbers: {@code postId} and {@code POST_ID} are {@code postid}. */
    static String plain(String name) {
        String bare = name.replaceAll("[\"`\\[\\]]", "");
        Matcher alias = MAPPER_ALIAS.matcher(bare);
        return (alias.matches() ? alias.group(1) : bare).replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** A table without its schema and in the singular: {@code public.categories} is {@code category}. */
    static String one(String table) {
        String plain = plain(table.substring(table.lastIndexOf('.') + 1));
        if (plain.endsWith("ies")) {
            return plain.substring(0, plain.length() - 3) + "y";
        }
        if (plain.matches(".*(s|x|z|ch|sh)es")) {
            return plain.substring(0, plain.length() - 2);
        }
        return plain.endsWith("s") && !plain.endsWith("ss") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** What the id in a plain column identifies: {@code post} for {@code postid}, nothing for {@code id}, null for other columns. */
    @Nullable
    static String identified(String plainColumn) {
        return plainColumn.endsWith(ID) ? plainColumn.substring(0, plainColumn.length() - ID.length()) : null;
    }

    /** Whether a table holds what a column identifies, also if it is prefixed: {@code blog_posts} holds posts. */
    static boolean holds(String table, String identified) {
        return !identified.isEmpty() && one(table).endsWith(identified);
    }
}
