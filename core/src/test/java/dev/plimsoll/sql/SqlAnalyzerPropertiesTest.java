package dev.plimsoll.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text (F76). */
class SqlAnalyzerPropertiesTest {

    @Property
    void shapeOfAShapeIsItself(@ForAll("dialects") Dialect dialect, @ForAll("texts") String text) {
        SqlFacts facts = new SqlAnalyzer(dialect).facts(text);
        SqlFacts again = new SqlAnalyzer(dialect).facts(facts.shape());
        assertThat(again.shape()).isEqualTo(facts.shape());
        assertThat(again.fingerprint()).isEqualTo(facts.fingerprint());
    }

    @Property
    void literalsDoNotMatter(
            @ForAll("dialects") Dialect dialect,
            @ForAll("templates") String template,
            @ForAll("literalLists") List<String> some,
            @ForAll("literalLists") List<String> others) {
        SqlFacts first = new SqlAnalyzer(dialect).facts(fill(template, some));
        SqlFacts second = new SqlAnalyzer(dialect).facts(fill(template, others));
        SqlFacts parameters = new SqlAnalyzer(dialect).facts(template.replace('§', '?'));
        assertThat(first.shape()).isEqualTo(second.shape()).isEqualTo(parameters.shape());
        assertThat(first.fingerprint()).isEqualTo(second.fingerprint()).isEqualTo(parameters.fingerprint());
        assertThat(first.slots()).isEqualTo(second.slots()).isEqualTo(parameters.slots());
    }

    @Property
    void literalsAreHashed(
            @ForAll("dialects") Dialect dialect,
            @ForAll("templates") String template,
            @ForAll("literalLists") List<String> some,
            @ForAll("literalLists") List<String> others) {
        String one = fill(template, some);
        String other = fill(template, others);
        long oneHash = new SqlAnalyzer(dialect).facts(one).literalsHash();
        long otherHash = new SqlAnalyzer(dialect).facts(other).literalsHash();
        assertThat(oneHash == otherHash).isEqualTo(one.equals(other));
    }

    @Property
    void commentsAndWhiteSpaceDoNotMatter(
            @ForAll("dialects") Dialect dialect,
            @ForAll("templates") String template,
            @ForAll("blankLists") List<String> blanks) {
        Iterator<String> next = cycle(blanks);
        StringBuilder text = new StringBuilder(next.next());
        template.chars().forEach(c -> text.append(c == ' ' ? next.next() : c == '§' ? "7" : String.valueOf((char) c)));
        SqlFacts expected = new SqlAnalyzer(dialect).facts(template.replace('§', '7'));
        SqlFacts facts = new SqlAnalyzer(dialect).facts(text + next.next());
        assertThat(facts.shape()).isEqualTo(expected.shape());
        assertThat(facts.fingerprint()).isEqualTo(expected.fingerprint());
        assertThat(facts.literalsHash()).isEqualTo(expected.literalsHash());
    }

    @Property
    void noLiteralIsInTheShape(
            @ForAll("dialects") Dialect dialect,
            @ForAll("templates") String template,
            @ForAll("literalLists") List<String> literals) {
        String shape = new SqlAnalyzer(dialect).facts(fill(template, literals)).shape();
        for (String literal : literals) {
            String content = literal.replaceAll("^.?'|'.*|\\..*", "");
            assertThat(shape).doesNotContain(content).doesNotContain(content.toLowerCase(Locale.ROOT));
        }
    }

    @Property(tries = 5_000)
    void anyTextIsRead(@ForAll("dialects") Dialect dialect, @ForAll("garbage") String text) {
        SqlFacts facts = new SqlAnalyzer(dialect).facts(text);
        assertThat(facts.shape().length()).isLessThanOrEqualTo(4_096);
        assertThat(facts.slots().stream().mapToInt(Slot::count).sum()).isEqualTo(facts.valueCount());
        for (int value = 0; value < facts.valueCount(); value++) {
            assertThat(facts.parameterOf(value) == 0).isEqualTo(facts.literalHash(value) != 0);
        }
    }

    @Property(tries = 5_000)
    void textWhoseShapeReadsDifferentlyIsProvenNothing(
            @ForAll("dialects") Dialect dialect, @ForAll("garbage") String text) {
        SqlFacts facts = new SqlAnalyzer(dialect).facts(text);
        SqlFacts again = new SqlAnalyzer(dialect).facts(facts.shape());
        if (again.fingerprint() == facts.fingerprint()) {
            assertThat(again.shape()).isEqualTo(facts.shape());
            assertThat(again.access()).isEqualTo(facts.access());
        } else {
            assertThat(facts.access()).isIn(AccessClass.UNKNOWN, AccessClass.WRITE);
        }
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        return SqlTexts.dialects();
    }

    @Provide
    Arbitrary<String> templates() {
        return SqlTexts.templates();
    }

    @Provide
    Arbitrary<List<String>> literalLists() {
        return SqlTexts.literals().list().ofSize(9);
    }

    @Provide
    Arbitrary<List<String>> blankLists() {
        return SqlTexts.blanks().list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> texts() {
        return SqlTexts.templates().flatMap(template -> literalLists().map(literals -> fill(template, literals)));
    }

    @Provide
    Arbitrary<String> garbage() {
        return SqlTexts.garbage();
    }

    private static String fill(String template, List<String> literals) {
        Iterator<String> next = cycle(literals);
        StringBuilder text = new StringBuilder();
        template.chars().forEach(c -> text.append(c == '§' ? next.next() : String.valueOf((char) c)));
        return text.toString();
    }

    private static <T> Iterator<T> cycle(List<T> list) {
        return java.util.stream.Stream.generate(list::stream)
                .flatMap(stream -> stream)
                .iterator();
    }
}
