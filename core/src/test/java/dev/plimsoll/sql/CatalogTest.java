package dev.plimsoll.sql;

import static dev.plimsoll.sql.Routine.Volatility.IMMUTABLE;
import static dev.plimsoll.sql.Routine.Volatility.STABLE;
import static dev.plimsoll.sql.Routine.Volatility.VOLATILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final SqlAnalyzer analyzer = new SqlAnalyzer(Dialect.POSTGRESQL);
    private final BuiltIns builtIns = new BuiltIns();
    private final CatalogBuilder builder = new CatalogBuilder(builtIns);
    private long lastId = 16_384;

    CatalogTest() {
        builtIns.function(1, "lower", IMMUTABLE);
        builtIns.function(2, "now", STABLE);
        builtIns.function(3, "random", VOLATILE);
        builtIns.function(4, "nextval", VOLATILE);
        builtIns.function(5, "pg_backend_pid", STABLE);
        builtIns.function(6, "set_config", VOLATILE);
        builtIns.view(7, "pg_stat_activity");
    }

    @Test
    void withoutACatalogTheTokensDecide() {
        assertThat(read("select lower(a) from t", Catalog.EMPTY)).isTrue();
        assertThat(read("select f(a) from t", Catalog.EMPTY)).isFalse();
    }

    @Test
    void aFunctionThatOnlyReadsIsProven() {
        add("f", STABLE);
        assertThat(read("select f(a), public.f(b), PUBLIC.F(c), coalesce(lower(d), 'x') from t"))
                .isTrue();
        assertThat(read("select other.f(a) from t")).isFalse();
        assertThat(read("select g(a) from t")).isFalse();
    }

    @Test
    void builtInFunctionsOfOtherProductsProveNothing() {
        assertThat(read("select curdate()")).isFalse();
        assertThat(read("select now(), random(), pg_catalog.now()")).isTrue();
        assertThat(read("select nextval('s')")).isFalse();
        assertThat(read("select pg_backend_pid()")).isFalse();
    }

    @Test
    void oneVolatileOverloadIsEnough() {
        add("f", STABLE);
        add("f", VOLATILE);
        assertThat(read("select f(a) from t")).isFalse();
    }

    @Test
    void aUsersFunctionMayHideABuiltInOne() {
        add("lower", VOLATILE);
        assertThat(read("select lower(a) from t")).isFalse();
        assertThat(read("select pg_catalog.lower(a) from t")).isTrue();
    }

    @Test
    void aUsersFunctionDoesNotMakeABuiltInOneHarmless() {
        add("nextval", IMMUTABLE);
        assertThat(read("select public.nextval(a) from t")).isFalse();
        assertThat(builder.build().readsOnly("nextval")).isFalse();
    }

    // T20
    @Test
    void aBodyThatCallsAVolatileFunctionReadsNothing() {
        addSql("writer", VOLATILE, "insert into t values (1)");
        addSql("caller", STABLE, "select public.writer() -- lower(1)");
        addSql("callerOfCaller", STABLE, "begin return caller(); end");
        addSql("reader", STABLE, "select lower(a) from t where b = 'writer()'");
        addSql("dynamic", STABLE, "begin execute 'select 1'; end");
        Catalog catalog = builder.build();
        assertThat(catalog.readsOnly("caller")).isFalse();
        assertThat(catalog.readsOnly("callerofcaller")).isFalse();
        assertThat(catalog.readsOnly("dynamic")).isFalse();
        assertThat(catalog.readsOnly("reader")).isTrue();
    }

    @Test
    void viewsAreWhatTheyRestOn() {
        long writer = add("writer", VOLATILE);
        builder.add(new Relation(20_001, "public", "over_writer", true, new Uses(Set.of(writer), Set.of(), Set.of())));
        builder.add(new Relation(20_002, "public", "over_view", true, new Uses(Set.of(), Set.of(20_001L), Set.of())));
        builder.add(new Relation(20_003, "public", "over_activity", true, new Uses(Set.of(), Set.of(7L), Set.of())));
        builder.add(new Relation(20_004, "public", "over_lower", true, new Uses(Set.of(1L), Set.of(9_999L), Set.of())));
        builder.add(new Relation(20_005, "other", "Unlogged", false, Uses.NOTHING));
        assertThat(read("select * from over_writer")).isFalse();
        assertThat(read("select * from public.over_view")).isFalse();
        assertThat(read("select * from over_activity")).isFalse();
        assertThat(read("select * from over_lower, t, app.over_view")).isTrue();
        assertThat(read("select * from \"Unlogged\"")).isFalse();
        assertThat(read("select * from db.other.\"Unlogged\"")).isFalse();
        assertThat(read("select * from unlogged")).isTrue();
    }

    @Test
    void operatorsAndTypesActByTheirMention() {
        long writer = add("writer", VOLATILE);
        builder.operator("###", writer);
        builder.domain(30_000, "checked", new Uses(Set.of(writer), Set.of(), Set.of()));
        assertThat(read("select a ### b from t")).isFalse();
        assertThat(read("select a operator(public.###) b from t")).isFalse();
        assertThat(read("select a::checked from t")).isFalse();
        assertThat(read("select cast(a as public.Checked) from t")).isFalse();
        assertThat(read("select a + b from t")).isTrue();
    }

    @Test
    void aFunctionOfARowMayBeWrittenAsItsField() {
        builder.add(new Routine(40_000, "public", "touch", VOLATILE, false, true, null, Uses.NOTHING));
        assertThat(read("select t.touch from t")).isFalse();
        assertThat(read("select t.a from t")).isTrue();
    }

    @Test
    void whatRunsUnseenMakesEverythingDoubtful() {
        builder.operator("=", add("same", VOLATILE));
        assertThat(read("select 1")).isFalse();
    }

    @Test
    void aCastActsByTheNameOfItsType() {
        builder.cast("Money", add("to_money", VOLATILE), false);
        assertThat(read("select a::money from t")).isFalse();
        assertThat(read("select a from t")).isTrue();
    }

    @Test
    void anImplicitCastRunsUnseen() {
        builder.cast("money", add("to_money", VOLATILE), true);
        assertThat(read("select a from t")).isFalse();
    }

    @Test
    void whatRestsOnSomethingUnknownIsNotProven() {
        builder.add(new Relation(20_001, "public", "v", true, new Uses(Set.of(99_999L), Set.of(), Set.of())));
        assertThat(read("select * from v")).isFalse();
    }

    @Test
    void aDemotedFingerprintIsNoReadAnyMore() {
        Catalog catalog = builder.build();
        SqlFacts facts = analyzer.facts("select a from t where b = 1");
        assertThat(facts.isRead(catalog)).isTrue();
        facts.demote();
        assertThat(facts.isRead(catalog)).isFalse();
        assertThat(analyzer.facts("select a from t where b = 2").isRead(catalog))
                .isFalse();
        assertThat(analyzer.facts("select a from t where c = 2").isRead(catalog))
                .isTrue();
    }

    @Test
    void anotherCatalogIsAskedAnew() {
        SqlFacts facts = analyzer.facts("select f(a) from t");
        assertThat(facts.isRead(builder.build())).isFalse();
        add("f", IMMUTABLE);
        Catalog newer = builder.build();
        assertThat(facts.isRead(newer)).isTrue();
        assertThat(facts.isRead(newer)).isTrue();
        assertThat(facts.isRead(Catalog.EMPTY)).isFalse();
    }

    // T11, T47
    @Test
    void neitherLocksNorChangesAreProvenByACatalog() {
        assertThat(read("select a from t for update")).isFalse();
        assertThat(read("select 1; select 2")).isFalse();
        assertThat(read("with d as (delete from t returning *) select * from d"))
                .isFalse();
        assertThat(read("select set_config('a', 'b', true)")).isFalse();
    }

    private long add(String name, Routine.Volatility volatility) {
        return addSql(name, volatility, null);
    }

    private long addSql(String name, Routine.Volatility volatility, String body) {
        builder.add(new Routine(lastId, "public", name, volatility, false, false, body, Uses.NOTHING));
        return lastId++;
    }

    private boolean read(String sql) {
        return read(sql, builder.build());
    }

    private boolean read(String sql, Catalog catalog) {
        return analyzer.facts(sql).isRead(catalog);
    }
}
