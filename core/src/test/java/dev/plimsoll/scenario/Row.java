package dev.plimsoll.scenario;

import dev.plimsoll.scenario.Scenario.Database;
import dev.plimsoll.work.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A row of the corpus, ready to be played. */
record Row(Scenario scenario, List<Owes> owed, Method history) {
    private static final List<Class<? extends Scenarios>> SECTIONS = List.of(
            NPlusOneScenarios.class,
            SingleReadScenarios.class,
            ChunkScenarios.class,
            RedundantScenarios.class,
            UnitScenarios.class,
            ResultSetScenarios.class,
            WriteScenarios.class,
            TransactionScenarios.class,
            CleanScenarios.class,
            CleanReadScenarios.class,
            CleanTransactionScenarios.class,
            OtherWaysInScenarios.class,
            NPlusOneVariantScenarios.class,
            VariantScenarios.class,
            RoutedScenarios.class);

    static List<Row> all() {
        return SECTIONS.stream()
                .flatMap(section -> Stream.of(section.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Scenario.class))
                .map(Row::of)
                .sorted(Comparator.comparing(Row::id))
                .toList();
    }

    private static Row of(Method history) {
        return new Row(
                history.getAnnotation(Scenario.class),
                Arrays.asList(history.getAnnotationsByType(Owes.class)),
                history);
    }

    String id() {
        return scenario.id();
    }

    /** Plays the history and judges what was found in it. */
    Verdict play() throws Exception {
        try (Stage stage = new Stage(scenario.profile())) {
            Scenarios scenarios = (Scenarios)
                    history.getDeclaringClass().getDeclaredConstructor().newInstance();
            scenarios.enter(stage, scenario.on() == Database.H2 ? stage.h2(id()) : stage.postgres());
            try {
                perform(scenarios);
            } finally {
                scenarios.connection.close();
            }
            return Verdict.of(this, stage.findings.all());
        }
    }

    private void perform(Scenarios scenarios) throws Exception {
        try {
            if (scenario.oneUnit()) {
                UnitOfWork.run(id(), () -> history.invoke(scenarios));
            } else {
                history.invoke(scenarios);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }
}
