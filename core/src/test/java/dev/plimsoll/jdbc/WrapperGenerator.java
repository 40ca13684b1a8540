package dev.plimsoll.jdbc;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Writes the {@code Watched…} and {@code Complete…} classes: every method of a JDBC interface that the hand-written {@code Proxy…} or
 * {@code Logical…} class above does not have.
 * It reads the sources of those classes and the JDK's interfaces, so it also runs when the library does not compile:
 *
 * <pre>java core/src/test/java/dev/plimsoll/jdbc/WrapperGenerator.java core</pre>
 */
final class WrapperGenerator {
    static final String HAND_WRITTEN = "src/main/java/dev/plimsoll/jdbc";
    static final String GENERATED = "src/generated/java/dev/plimsoll/jdbc";

    private static final List<Leaf> LEAVES = List.of(
            new Leaf("Connection", Connection.class, "delegate", "Interception interception, Connection delegate"),
            new Leaf("Statement", Statement.class, "delegate", "ProxyConnection connection, Statement delegate"),
            new Leaf(
                    "PreparedStatement",
                    PreparedStatement.class,
                    "prepared",
                    "ProxyConnection connection, PreparedStatement delegate, SqlFacts facts"),
            new Leaf(
                    "CallableStatement",
                    CallableStatement.class,
                    "callable",
                    "ProxyConnection connection, CallableStatement delegate, SqlFacts facts"),
            new Leaf(
                    "ResultSet",
                    ResultSet.class,
                    "delegate",
                    "@Nullable ProxyStatement statement, ResultSet delegate, @Nullable Tally tally"),
            new Leaf(
                    "SampledResultSet",
                    ResultSet.class,
                    "super",
                    "ProxyStatement statement, ResultSet delegate, Tally tally"),
            new Leaf(
                    "DatabaseMetaData",
                    DatabaseMetaData.class,
                    "delegate",
                    "ProxyConnection connection, DatabaseMetaData delegate"),
            new Leaf("Array", Array.class, "delegate", "ProxyConnection connection, Array delegate"),
            new Leaf("logical/Connection", Connection.class, "reading()", "Pools pools"),
            new Leaf(
                    "logical/Statement",
                    Statement.class,
                    "any()",
                    "LogicalConnection connection, StatementForm form, StatementSource source"),
            new Leaf(
                    "logical/PreparedStatement",
                    PreparedStatement.class,
                    "anyPrepared()",
                    "LogicalConnection connection, StatementForm form, StatementSource source, String sql, SqlFacts facts"),
            new Leaf(
                    "logical/CallableStatement",
                    CallableStatement.class,
                    "anyCallable()",
                    "LogicalConnection connection, StatementForm form, StatementSource source, String sql, SqlFacts facts"),
            new Leaf("logical/DatabaseMetaData", DatabaseMetaData.class, "bound()", "LogicalConnection connection"));

    /** Methods younger than the oldest supported JDK, which cannot be called yet. */
    private static final Set<String> TOO_YOUNG = Set.of(
            "Connection.enquoteIdentifier",
            "Connection.enquoteLiteral",
            "Connection.enquoteNCharLiteral",
            "Connection.isSimpleIdentifier");

    /** What results are read for: values that can be keys. */
    private static final Set<String> READ =
            Set.of("byte", "short", "int", "long", "String", "BigDecimal", "byte[]", "Date", "Timestamp");

    private final Path module;

    WrapperGenerator(Path module) {
        this.module = module;
    }

    public static void main(String[] arguments) throws IOException {
        Path module = Path.of(arguments.length == 0 ? "." : arguments[0]);
        for (Map.Entry<String, String> source :
                new WrapperGenerator(module).sources().entrySet()) {
            Path file = module.resolve(GENERATED).resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }

    /** Sources by file name. */
    Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Leaf leaf : LEAVES) {
            sources.put(leaf.file(), source(leaf));
        }
        return sources;
    }

    private String source(Leaf leaf) throws IOException {
        Set<String> written = new TreeSet<>();
        for (String above : leaf.handWritten()) {
            written.addAll(writtenMethods(above));
        }
        StringBuilder methods = new StringBuilder();
        methodsOf(leaf)
                .filter(method -> !written.contains(signature(method)))
                .map(method -> new Delegation(leaf, method))
                .filter(Delegation::isNeeded)
                .forEach(delegation -> methods.append("\n").append(delegation.source()));
        String body = methods.toString();
        return """
                package %s;

                %s
                /** %s */
                @SuppressWarnings("deprecation")
                %sclass %s extends %s {

                    %s%s(%s) {
                        super(%s);
                    }
                %s}
                """.formatted(
                        leaf.isLogical() ? "dev.plimsoll.jdbc.logical" : "dev.plimsoll.jdbc",
                        imports(leaf.parameters + " " + body),
                        leaf.isLogical()
                                ? "Generated by WrapperGenerator: what is not recorded goes to the connection that is bound."
                                : "Generated by WrapperGenerator: what is not intercepted goes to the driver."
                                        + " Public only for subclasses made at run time.",
                        leaf.isLogical() ? "" : "public ",
                        leaf.className(),
                        leaf.superclass(),
                        leaf.isLogical() ? "" : "public ",
                        leaf.className(),
                        leaf.parameters,
                        Stream.of(leaf.parameters.split(", "))
                                .map(parameter -> parameter.substring(parameter.lastIndexOf(' ') + 1))
                                .collect(Collectors.joining(", ")),
                        body);
    }

    private static Stream<Method> methodsOf(Leaf leaf) {
        return Arrays.stream(leaf.type.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !TOO_YOUNG.contains(leaf.simpleName() + "." + method.getName()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(WrapperGenerator::signature));
    }

    /** Signatures of the methods in the source of a hand-written class. */
    private Set<String> writtenMethods(String name) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path file = module.resolve(HAND_WRITTEN).resolve(name + ".java");
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask parser = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            Set<String> signatures = new TreeSet<>();
            for (CompilationUnitTree unit : parser.parse()) {
                for (Tree member : ((ClassTree) unit.getTypeDecls().get(0)).getMembers()) {
                    if (member instanceof MethodTree method) {
                        signatures.add(signature(method));
                    }
                }
            }
            return signatures;
        }
    }

    private static String signature(MethodTree method) {
        StringJoiner parameters = new StringJoiner(", ", method.getName() + "(", ")");
        for (VariableTree parameter : method.getParameters()) {
            parameters.add(parameter.getType().toString().replaceAll("<.*>|@\\w+ ", ""));
        }
        return parameters.toString();
    }

    private static String signature(Method method) {
        StringJoiner parameters = new StringJoiner(", ", method.getName() + "(", ")");
        for (Class<?> parameter : method.getParameterTypes()) {
            parameters.add(parameter.getSimpleName());
        }
        return parameters.toString();
    }

    private static String imports(String text) {
        Set<String> words = new TreeSet<>(Arrays.asList(text.split("[^\\w]+")));
        Set<String> imports = new TreeSet<>();
        for (Leaf leaf : LEAVES) {
            for (Method method : leaf.type.getDeclaredMethods()) {
                Stream.concat(
                                Stream.concat(
                                        Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes())),
                                Stream.concat(Stream.of(leaf.type), Arrays.stream(method.getExceptionTypes())))
                        .map(type -> type.isArray() ? type.getComponentType() : type)
                        .filter(type ->
                                !type.isPrimitive() && !type.getPackageName().equals("java.lang"))
                        .filter(type -> words.contains(type.getSimpleName()))
                        .forEach(type -> imports.add(type.getName()));
            }
        }
        if (words.contains("SqlFacts")) {
            imports.add("dev.plimsoll.sql.SqlFacts");
        }
        if (words.contains("Tally")) {
            imports.add("dev.plimsoll.work.Tally");
        }
        if (words.contains("Nullable")) {
            imports.add("org.jspecify.annotations.Nullable");
        }
        return imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
    }

    /** @param field what the calls go to: a field, or a method that finds it */
    private record Leaf(String name, Class<?> type, String field, String parameters) {
        private static final String LOGICAL = "logical/";

        boolean isLogical() {
            return name.startsWith(LOGICAL);
        }

        String simpleName() {
            return isLogical() ? name.substring(LOGICAL.length()) : name;
        }

        String className() {
            return (isLogical() ? "Complete" : "Watched") + simpleName();
        }

        String superclass() {
            return (isLogical() ? "Logical" : "Proxy") + simpleName();
        }

        String file() {
            return (isLogical() ? LOGICAL : "") + className() + ".java";
        }

        /** The classes above the leaf, but for other leaves. */
        List<String> handWritten() {
            if (!isLogical()) {
                return List.of(superclass());
            }
            boolean two = type == Connection.class || type == Statement.class;
            return two
                    ? List.of(LOGICAL + superclass(), LOGICAL + "Recorded" + simpleName())
                    : List.of(LOGICAL + superclass());
        }

        boolean addsToLeaf() {
            return field.equals("super");
        }
    }

    /** One method that calls its namesake on the driver's object, with what else the kind of method asks for. */
    private static final class Delegation {
        private final Leaf leaf;
        private final Method method;
        private final List<String> types = new ArrayList<>();

        Delegation(Leaf leaf, Method method) {
            this.leaf = leaf;
            this.method = method;
            for (Type type : method.getGenericParameterTypes()) {
                types.add(name(type));
            }
        }

        /** Where there is a leaf above, that has done the rest. */
        boolean isNeeded() {
            return !leaf.addsToLeaf() || isGetter() && READ.contains(returned());
        }

        String source() {
            StringJoiner lines = new StringJoiner("\n", "    ", "\n").add("@Override");
            lines.add("    public " + typeParameters() + returned() + " " + method.getName() + "(" + parameters() + ")"
                    + thrown() + " {");
            body().forEach(line -> lines.add("        " + line));
            return lines.add("    }").toString();
        }

        private List<String> body() {
            return leaf.isLogical() ? logicalBody() : watchedBody();
        }

        private List<String> logicalBody() {
            boolean statement = Statement.class.isAssignableFrom(leaf.type);
            String name = method.getName();
            if (statement && name.matches("execute(Large)?(Query|Update)?")) {
                return attempts();
            }
            if (statement && leaf.type != Statement.class && name.startsWith("set")) {
                return List.of(leaf.type == PreparedStatement.class ? binding() : callBinding("\"in \" + p1"));
            }
            if (name.equals("registerOutParameter")) {
                return List.of(callBinding("\"out \" + p1"));
            }
            if (leaf.type == DatabaseMetaData.class && method.getReturnType() == ResultSet.class) {
                return List.of("return connection.rows(" + call() + ");");
            }
            return List.of((method.getReturnType() == void.class ? "" : "return ") + call() + ";");
        }

        /** One attempt after the other, as long as there is a node left to try. */
        private List<String> attempts() {
            boolean plain = leaf.type == Statement.class;
            String keys = types.size() < 2 || method.getName().contains("Query")
                    ? "false"
                    : types.get(1).equals("int") ? "p2 == RETURN_GENERATED_KEYS" : "true";
            String prepared = "begin(facts, sql, " + (leaf.type == CallableStatement.class) + ");";
            String call = call().replaceFirst("any(Prepared|Callable)?\\(\\)", plain ? "bound()" : "boundPrepared()");
            return List.of(
                    plain ? "begin(connection.facts(p1), p1, " + keys + ");" : prepared,
                    "while (true) {",
                    "    try {",
                    "        return executed(" + call + ");",
                    "    } catch (Throwable failure) {",
                    "        if (!again(failure)) {",
                    "            throw failure;",
                    "        }",
                    "    }",
                    "}");
        }

        private String binding() {
            String set = "statement -> " + call().replace("anyPrepared()", "statement");
            if (types.stream().anyMatch(type -> type.matches("InputStream|Reader|Blob|Clob|NClob|SQLXML"))) {
                return "bindOnce(p1, " + set + ");";
            }
            if (types.contains("SQLType")) {
                return "bindNow(p1, " + set + ");";
            }
            return types.get(1).equals("Object") ? "bindObject(p1, p2, " + set + ");" : "bind(p1, " + set + ");";
        }

        private String callBinding(String key) {
            return "call(" + key + ", statement -> " + call().replace("anyCallable()", "statement") + ");";
        }

        private List<String> watchedBody() {
            boolean statement = Statement.class.isAssignableFrom(leaf.type);
            if (statement && method.getName().matches("execute(Large)?(Query|Update)?")) {
                return leaf.type == Statement.class
                        ? execution("connection.facts(p1)", "executed(executing, null, startedAt);")
                        : execution("facts", "executed(startedAt);");
            }
            if (statement && leaf.type != Statement.class && method.getName().startsWith("set") && !types.isEmpty()) {
                return types.size() < 2
                        ? List.of(call() + ";")
                        : List.of(
                                call() + ";",
                                method.getName().equals("setNull") ? "bound(p1, null);" : "bound(p1, p2);");
            }
            if (leaf.addsToLeaf()) {
                return List.of(returned() + " value = " + call() + ";", "read(p1, value);", "return value;");
            }
            if (leaf.type == DatabaseMetaData.class && method.getReturnType() == ResultSet.class) {
                return List.of("return watched(" + call() + ");");
            }
            return List.of((method.getReturnType() == void.class ? "" : "return ") + call() + ";");
        }

        private List<String> execution(String facts, String executed) {
            String result = method.getReturnType() == ResultSet.class ? "results(result)" : "result";
            return List.of(
                    "SqlFacts executing = " + facts + ";",
                    "long startedAt = begin(executing);",
                    "try {",
                    "    " + returned() + " result = " + call() + ";",
                    "    " + executed,
                    "    return " + result + ";",
                    "} catch (Throwable failure) {",
                    "    failed(executing, startedAt);",
                    "    throw failure;",
                    "}");
        }

        private boolean isGetter() {
            return method.getName().startsWith("get")
                    && !types.isEmpty()
                    && (types.get(0).equals("int") || types.get(0).equals("String"));
        }

        private String call() {
            boolean gives =
                    method.getName().startsWith("set") || method.getName().startsWith("update");
            StringJoiner arguments = new StringJoiner(", ", leaf.field + "." + method.getName() + "(", ")");
            for (int i = 0; i < types.size(); i++) {
                boolean mayBeOurs = gives
                        && !leaf.isLogical()
                        && (types.get(i).equals("Array") || types.get(i).equals("Object"));
                arguments.add(mayBeOurs ? "Returned.raw(p" + (i + 1) + ")" : "p" + (i + 1));
            }
            return arguments.toString();
        }

        private String parameters() {
            StringJoiner parameters = new StringJoiner(", ");
            for (int i = 0; i < types.size(); i++) {
                boolean varArgs = method.isVarArgs() && i == types.size() - 1;
                parameters.add((varArgs ? types.get(i).replace("[]", "...") : types.get(i)) + " p" + (i + 1));
            }
            return parameters.toString();
        }

        private String returned() {
            return name(method.getGenericReturnType());
        }

        private String typeParameters() {
            return method.getTypeParameters().length == 0
                    ? ""
                    : Arrays.stream(method.getTypeParameters())
                            .map(Type::getTypeName)
                            .collect(Collectors.joining(", ", "<", "> "));
        }

        private String thrown() {
            return method.getExceptionTypes().length == 0
                    ? ""
                    : Arrays.stream(method.getExceptionTypes())
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(", ", " throws ", ""));
        }

        /** With simple names for classes, which no two packages used here share. */
        private static String name(Type type) {
            return type.getTypeName().replaceAll("(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
        }
    }
}
