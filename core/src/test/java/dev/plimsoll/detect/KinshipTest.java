package dev.plimsoll.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.SqlAnalyzer;
import dev.plimsoll.sql.SqlFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KinshipTest {
    private static SqlFacts facts(String table) {
        return new SqlAnalyzer(Dialect.POSTGRESQL).facts("select * from " + table);
    }

    @ParameterizedTest(name = "{1}.{0} = {3}.{2}: {4}")
    @CsvSource({
        "post_id, comment, id, post, NAMED",
        "post_id, comment, id, posts, NAMED",
        "post_id, comment, id, blog.blog_posts, NAMED",
        "postId, comment, ID, post, NAMED",
        "category_id, item, id, categories, NAMED",
        "address_id, person, id, addresses, NAMED",
        "post_id, comment, post_id, visit, NAMED",
        "post_id, comment, post_id2_1_, visit, NAMED",
        "post_id, comment, id1_0_, post, NAMED",
        "post_id, comment, id, author, IDS",
        "post_id, comment, author_id, post, NONE",
        "post_id, comment, stock, post, NONE",
        "id, author, author_id, post, NAMED",
        "id, authors, author_id, post, NAMED",
        "id, author, id, author, NAMED",
        "id, author, id, post, IDS",
        "id, author, editor_id, post, IDS",
        "id, author, stock, post, NONE",
        "email, author, email, visit, NAMED",
        "email, author, id, visit, NONE"
    })
    void namesFitOrDoNot(String column, String child, String label, String parent, Kinship expected) {
        assertThat(Kinship.of(column, facts(child), label, facts(parent))).isEqualTo(expected);
    }

    @Test
    void anUnknownColumnFitsNothing() {
        assertThat(Kinship.of(null, facts("comment"), "id", facts("post"))).isEqualTo(Kinship.NONE);
    }
}
