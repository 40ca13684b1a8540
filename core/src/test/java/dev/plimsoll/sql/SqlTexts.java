package dev.plimsoll.sql;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts to try properties with. In templates {@code §} stands for a literal and every blank for white space of any kind. */
final class SqlTexts {
    private static final List<String> TEMPLATES = List.of(
            "select a , b from t where c = § and d > § order by 1 , e limit § offset §",
            "select * from t where a in ( § , § , § ) and b not in ( § ) and c between § and §",
            "select count ( * ) from public.orders o join lines l on l.order_id = o.id where o.state = § group by 1 having count ( * ) > §",
            "insert into t ( a , b , c ) values ( § , § , now ( ) ) , ( § , § , now ( ) )",
            "update t set a = § , b = b + § where id = § and version = §",
            "delete from t where created < § or ( a , b ) in ( ( § , § ) , ( § , § ) )",
            "with x as ( select a from t where b = § ) select * from x where a <> § fetch first § rows only",
            "select case when a = § then § else § end , coalesce ( b , § ) from t where lower ( c ) like §",
            "select a from t where exists ( select § from u where u.id = t.id and u.kind = § ) and cast ( § as varchar(20) ) = d",
            "set x = § ; select § ; commit",
            "{call f ( § , ? )}",
            "explain select a from ( select b from t where c = § order by b ) x limit §",
            "merge into t using u on t.id = u.id when matched then update set a = § when not matched then insert ( a ) values ( § )");

    private SqlTexts() {}

    static Arbitrary<String> templates() {
        return Arbitraries.of(TEMPLATES);
    }

    static Arbitrary<Dialect> dialects() {
        return Arbitraries.of(Dialect.class);
    }

    /** Literals that every dialect reads alike, with content that is found nowhere else. */
    static Arbitrary<String> literals() {
        Arbitrary<String> words =
                Arbitraries.strings().withChars("qxzQXZ").ofMinLength(4).ofMaxLength(12);
        Arbitrary<String> quoted = words.map(word -> "'" + word + "''-- /* ; " + word + "'");
        Arbitrary<String> numbers =
                Arbitraries.longs().between(1_000, Long.MAX_VALUE).map(String::valueOf);
        Arbitrary<String> fractions = numbers.map(digits -> digits + ".75e+10");
        Arbitrary<String> bytes = numbers.map(digits -> "x'" + digits + "'");
        return Arbitraries.oneOf(quoted, numbers, fractions, bytes, words.map(word -> "n'" + word + "'"));
    }

    static Arbitrary<String> blanks() {
        return Arbitraries.of(
                " ",
                "\t",
                "\r\n",
                "   ",
                "\f",
                "\u00A0",
                "\u2028",
                "/* c */",
                " /* ' */ ",
                "/**/",
                " -- c's\n",
                "\n--\n");
    }

    /** Anything: characters of all planes, and pieces of SQL in no order. */
    static Arbitrary<String> garbage() {
        Arbitrary<String> pieces = Arbitraries.of(
                "select",
                "from",
                "where",
                "in",
                "values",
                "array",
                "cast",
                "as",
                "date",
                "order",
                "by",
                "group",
                "limit",
                "with",
                "insert",
                "into",
                "update",
                "delete",
                "set",
                "begin",
                "end",
                "savepoint",
                "identified",
                "between",
                "and",
                "t",
                "a",
                "\"A\"",
                "\"a\"",
                "`a`",
                "[a]",
                "(",
                ")",
                "[",
                "]",
                ",",
                ".",
                "..",
                "::",
                ":",
                ";",
                "?",
                "??",
                "?|",
                "$1",
                "$$",
                "$a$",
                "@",
                "@v",
                "@@x",
                "#",
                "#{",
                "}",
                "{",
                "'",
                "'x'",
                "''",
                "e'\\'",
                "q'[",
                "]'",
                "_utf8",
                "1",
                "1.5",
                ".5",
                "1e5",
                "0x1F",
                "-",
                "+",
                "--",
                "/*",
                "*/",
                "/*+",
                "/*!40101",
                "--+",
                "*",
                "=",
                "<",
                ">",
                "|",
                "&",
                "!",
                "~",
                "%",
                "^",
                "\\",
                " ",
                "\n",
                "\t",
                "\0",
                "\uD800",
                "\u2026",
                "\u0130",
                "\u212A",
                "\uFEFF",
                "null",
                "default",
                "row",
                "on",
                "duplicate",
                "key",
                "search_path",
                "to",
                "fetch",
                "first",
                "for",
                "share",
                "over",
                "union",
                "create");
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.strings().ascii().ofMaxLength(80),
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                pieces.list().ofMaxSize(40).map(list -> String.join(" ", list)));
    }
}
