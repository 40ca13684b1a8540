package dev.plimsoll.agent.inside.units;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.work.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private final HandOver handOver = new HandOver();
    private final List<@Nullable UnitOfWork> seen = new ArrayList<>();

    private int look() {
        seen.add(UnitOfWork.current());
        return 7;
    }

    private <T> T carried(Class<T> type, T task) {
        return type.cast(handOver.task(task, type.getName().replace('.', '/')));
    }

    @Test
    void withoutAUnitATaskStaysItself() {
        Runnable task = this::look;
        assertThat(carried(Runnable.class, task)).isSameAs(task);
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyKindOfTaskRunsInItsUnit() throws Exception {
        UnitOfWork unit = UnitOfWork.begin("one");
        Runnable runnable = carried(Runnable.class, this::look);
        Callable<Integer> callable = carried(Callable.class, this::look);
        Supplier<Integer> supplier = carried(Supplier.class, this::look);
        Function<Integer, Integer> function = carried(Function.class, one -> look());
        BiFunction<Integer, Integer, Integer> biFunction = carried(BiFunction.class, (one, two) -> look());
        Consumer<Integer> consumer = carried(Consumer.class, one -> look());
        BiConsumer<Integer, Integer> biConsumer = carried(BiConsumer.class, (one, two) -> look());
        UnitOfWork.exchange(null);
        runnable.run();
        assertThat(callable.call() + supplier.get() + function.apply(1) + biFunction.apply(1, 2))
                .isEqualTo(28);
        consumer.accept(1);
        biConsumer.accept(1, 2);
        assertThat(seen).hasSize(7).containsOnly(unit);
        assertThat(UnitOfWork.current()).isNull();
        unit.close();
    }

    @Test
    void aTaskRunsWithoutItsUnitOnceThatHasEnded() {
        Runnable task;
        try (UnitOfWork unit = UnitOfWork.begin("one")) {
            task = carried(Runnable.class, this::look);
            assertThat(unit.hasEnded()).isFalse();
        }
        task.run();
        assertThat(seen).containsExactly((UnitOfWork) null);
    }

    @Test
    void aTaskIsCalledWhatItWasCalled() {
        Runnable named = new Runnable() {
            @Override
            public void run() {
                look();
            }

            @Override
            public String toString() {
                return "a task by name";
            }
        };
        try (UnitOfWork unit = UnitOfWork.begin("one")) {
            assertThat(carried(Runnable.class, named)).isNotSameAs(named).hasToString("a task by name");
            assertThat(unit.name()).isEqualTo("one");
        }
    }
}
