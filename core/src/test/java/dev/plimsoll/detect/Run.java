package dev.plimsoll.detect;

import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.Slot;
import dev.plimsoll.sql.SqlAnalyzer;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.SqlFacts.RowCount;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedStatement.Limits;
import dev.plimsoll.work.ObservedStatement.Transactions;
import dev.plimsoll.work.ObservedStatement.Undeclared;
import dev.plimsoll.work.ObservedStatement.Values;
import dev.plimsoll.work.ReadColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Executions of one statement at one place, put together by hand. */
final class Run {
    private static final SqlAnalyzer ANALYZER = new SqlAnalyzer(Dialect.POSTGRESQL);
    private static final int SAMPLED_VALUES = 8;
    private static final int SAMPLED_EXECUTIONS = 64;

    private final List<SqlFacts> texts = new ArrayList<>();
    private final List<long[]> vectors = new ArrayList<>();
    private final List<long[]> bound = new ArrayList<>();
    private final Map<String, long[]> columns = new LinkedHashMap<>();
    private Optional<CallSite> callSite = Optional.empty();
    private String schema = "";
    private SqlFacts facts;
    private long rows;
    private long nanos = TimeUnit.MILLISECONDS.toNanos(1);
    private long batches;
    private int fetchSize = -1;
    private boolean streamed;
    private Transactions transactions = new Transactions(0, 0, 0, 0, 0);
    private Undeclared undeclared = Undeclared.NONE;

    private Run(String sql) {
        this.facts = ANALYZER.facts(sql);
    }

    static Run of(String sql) {
        return new Run(sql);
    }

    /** One text for each execution, without parameters. */
    static Run ofTexts(List<String> texts) {
        Run run = new Run(texts.get(0));
        for (String text : texts) {
            run.facts = ANALYZER.facts(text);
            run.bound();
        }
        return run;
    }

    /** One execution with these values. */
    Run bound(long... parameters) {
        long[] hashes = new long[facts.valueCount()];
        for (int value = 0; value < hashes.length; value++) {
            int parameter = facts.parameterOf(value);
            hashes[value] = parameter == 0 ? facts.literalHash(value) : hash(parameters[parameter - 1]);
        }
        texts.add(facts);
        vectors.add(hashes);
        bound.add(parameters);
        return this;
    }

    /** Executions with these values. */
    Run times(int executions, long... parameters) {
        for (int i = 0; i < executions; i++) {
            bound(parameters);
        }
        return this;
    }

    /** One execution with each of the numbers {@code first} to {@code last}. */
    Run boundEach(long first, long last) {
        for (long value = first; value <= last; value++) {
            bound(value);
        }
        return this;
    }

    Run at(String className, String method, int line) {
        return at(frame(className, method, line));
    }

    Run at(StackTraceElement... frames) {
        callSite = Optional.of(new CallSite(List.of(frames)));
        return this;
    }

    static StackTraceElement frame(String className, String method, int line) {
        String file = className.substring(className.lastIndexOf('.') + 1) + ".java";
        return new StackTraceElement(className, method, file, line);
    }

    Run schema(String name) {
        schema = name;
        return this;
    }

    /** Rows of each result. */
    Run returning(long count) {
        rows = count;
        return this;
    }

    /** The application has read the numbers {@code first} to {@code last} from a column. */
    Run reading(String label, long first, long last) {
        long[] values = new long[(int) (last - first + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = hash(first + i);
        }
        columns.put(label, values);
        rows = Math.max(rows, values.length);
        return this;
    }

    Run takingMillis(long millis) {
        return takingNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    Run takingNanos(long each) {
        nanos = each;
        return this;
    }

    Run batches(long count) {
        batches = count;
        return this;
    }

    Run fetching(int size, boolean throughCursor) {
        fetchSize = size;
        streamed = throughCursor;
        return this;
    }

    Run autocommitted() {
        transactions = new Transactions(vectors.size(), 0, 0, 0, 0);
        return this;
    }

    Run committed(long count, long commitNanos) {
        transactions = new Transactions(0, count, commitNanos, 0, 0);
        return this;
    }

    Run rolledBack(long executions, long most) {
        transactions = new Transactions(0, 0, 0, executions, most);
        return this;
    }

    /** All executions were on the primary, one in each transaction, and nobody had declared that these only read. */
    Run undeclared() {
        undeclared = new Undeclared(vectors.size(), 0, vectors.size() * nanos, nanos);
        return this;
    }

    /** All executions were on the primary, in autocommit, because that is not routed. */
    Run undeclaredInAutocommit() {
        undeclared = new Undeclared(0, vectors.size(), vectors.size() * nanos, nanos);
        return this;
    }

    static long hash(long value) {
        return (value + 1) * 0x9e3779b97f4a7c15L;
    }

    ObservedStatement observed(int order) {
        int executions = vectors.size();
        return new ObservedStatement(
                texts.get(0),
                schema,
                callSite,
                order,
                executions,
                0,
                executions * nanos,
                nanos,
                executions * rows,
                rows,
                batches,
                batches * 50,
                values(),
                limits(),
                transactions,
                undeclared);
    }

    List<ReadColumn> readColumns(int order) {
        return columns.entrySet().stream()
                .map(column -> new ReadColumn(texts.get(0), callSite, order, column.getKey(), column.getValue()))
                .toList();
    }

    private Values values() {
        long[] different =
                vectors.stream().mapToLong(Arrays::hashCode).distinct().toArray();
        int longest = texts.stream().mapToInt(Run::elements).max().orElse(0);
        long repeats = texts.stream().filter(text -> elements(text) == longest).count();
        return new Values(
                different.length,
                different,
                varying(),
                sampled(),
                texts.stream().mapToLong(Run::elements).sum(),
                longest,
                longest == 0 ? 0 : repeats);
    }

    private static int elements(SqlFacts text) {
        Slot list = text.largestIn();
        return list == null ? 0 : list.count();
    }

    private int varying() {
        int varying = 0;
        long[] first = vectors.get(0);
        for (long[] vector : vectors) {
            for (int i = 0; i < Math.min(Math.min(first.length, vector.length), Varying.COMPARED); i++) {
                if (first[i] != vector[i]) {
                    varying |= 1 << i;
                }
            }
        }
        return varying;
    }

    private long[][] sampled() {
        int values = Math.min(vectors.get(0).length, SAMPLED_VALUES);
        int executions = Math.min(vectors.size(), SAMPLED_EXECUTIONS);
        long[][] sampled = new long[values][executions];
        for (int execution = 0; execution < executions; execution++) {
            long[] vector = vectors.get(execution);
            for (int value = 0; value < Math.min(values, vector.length); value++) {
                sampled[value][execution] = vector[value];
            }
        }
        return sampled;
    }

    private Limits limits() {
        return new Limits(most(facts.limit()), most(facts.offset()), fetchSize, streamed);
    }

    private long most(RowCount count) {
        if (count == null) {
            return -1;
        }
        return count.parameter() == 0
                ? count.literal()
                : bound.stream()
                        .mapToLong(parameters -> parameters[count.parameter() - 1])
                        .max()
                        .orElse(-1);
    }
}
