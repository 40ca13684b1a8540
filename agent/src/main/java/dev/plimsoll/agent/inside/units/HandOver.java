package dev.plimsoll.agent.inside.units;

import dev.plimsoll.work.UnitOfWork;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the current unit to whatever thread runs a task that the JDK holds for the application, unless it has ended by then. */
public final class HandOver {

    /** The task, or if a unit is current one that does the same in that unit; {@code type} is as which it is handed over. */
    public Object task(Object task, String type) {
        UnitOfWork unit = UnitOfWork.current();
        return unit == null ? task : carried(task, type, unit);
    }

    private static Object carried(Object task, String type, UnitOfWork unit) {
        return switch (type) {
            case "java/lang/Runnable" -> new CarriedRunnable((Runnable) task, unit);
            case "java/util/concurrent/Callable" -> new CarriedCallable<>((Callable<?>) task, unit);
            case "java/util/function/Supplier" -> new CarriedSupplier<>((Supplier<?>) task, unit);
            case "java/util/function/Function" -> new CarriedFunction<>((Function<?, ?>) task, unit);
            case "java/util/function/BiFunction" -> new CarriedBiFunction<>((BiFunction<?, ?, ?>) task, unit);
            case "java/util/function/Consumer" -> new CarriedConsumer<>((Consumer<?>) task, unit);
            case "java/util/function/BiConsumer" -> new CarriedBiConsumer<>((BiConsumer<?, ?>) task, unit);
            default -> task;
        };
    }

    /** A task with its unit. What a future prints of its task is the application's. */
    private abstract static class Carried {
        private final Object task;
        private @Nullable UnitOfWork unit;

        Carried(Object task, UnitOfWork unit) {
            this.task = task;
            this.unit = unit;
        }

        /** Null for a task that runs without the unit; else what {@link #leave} needs. */
        final @Nullable Entered enter() {
            UnitOfWork carried = unit;
            if (carried == null) {
                return null;
            }
            if (carried.hasEnded()) {
                unit = null; // a task that runs again and again does not hold it back
                return null;
            }
            return new Entered(UnitOfWork.exchange(carried));
        }

        static void leave(@Nullable Entered entered) {
            if (entered != null) {
                UnitOfWork.exchange(entered.before);
            }
        }

        @Override
        public final String toString() {
            return task.toString();
        }
    }

    private record Entered(@Nullable UnitOfWork before) {}

    private static final class CarriedRunnable extends Carried implements Runnable {
        private final Runnable task;

        CarriedRunnable(Runnable task, UnitOfWork unit) {
            super(task, unit);
            this.task = task;
        }

        @Override
        public void run() {
            Entered entered = enter();
            try {
                task.run();
            } finally {
                leave(entered);
            }
        }
    }

    private static final class CarriedCallable<V extends @Nullable Object> extends Carried implements Callable<V> {
        private final Callable<V> task;

        CarriedCallable(Callable<V> task, UnitOfWork unit) {
            super(task, unit);
            this.task = task;
        }

        @Override
        public V call() throws Exception {
            Entered entered = enter();
            try {
                return task.call();
            } finally {
                leave(entered);
            }
        }
    }

    private static final class CarriedSupplier<V extends @Nullable Object> extends Carried implements Supplier<V> {
        private final Supplier<V> task;

        CarriedSupplier(Supplier<V> task, UnitOfWork unit) {
            super(task, unit);
            this.task = task;
        }

        @Override
        public V get() {
            Entered entered = enter();
            try {
                return task.get();
            } finally {
                leave(entered);
            }
        }
    }

    private static final class CarriedFunction<T extends @Nullable Object, V extends @Nullable Object> extends Carried
            implements Function<T, V> {
        private final Function<T, V> task;

        CarriedFunction(Function<T, V> task, UnitOfWork unit) {
            super(task, unit);
            this.task = task;
        }

        @Override
        public V apply(T value) {
            Entered entered = enter();
            try {
                return task.apply(value);
            } finally {
                leave(entered);
            }
        }
    }

    private static final class CarriedBiFunction<
                    T extends @Nullable Object, U extends @Nullable Object, V extends @Nullable Object>
            extends Carried implements BiFunction<T, U, V> {
        private final BiFunction<T, U, V> task;

        CarriedBiFunction(BiFunction<T, U, V> task, UnitOfWork unit) {
            super(task, unit);
            this.task = task;
        }

        @Override
        public V apply(T value, U other) {
            Entered entered = enter();
            try {
                return task.apply(value, other);
            } finally {
                leave(entered);
            }
        }
    }

    private static final class CarriedConsumer<T extends @Nullable Object> extends Carried implements Consumer<T> {
        private final Consumer<T> task;

        CarriedConsumer(Consumer<T> task, UnitOfWork unit) {
            super(task, unit);
            this.task = task;
        }

        @Override
        public void accept(T value) {
            Entered entered = enter();
            try {
                task.accept(value);
            } finally {
                leave(entered);
            }
        }
    }

    private static final class CarriedBiConsumer<T extends @Nullable Object, U extends @Nullable Object> extends Carried
            implements BiConsumer<T, U> {
        private final BiConsumer<T, U> task;

        CarriedBiConsumer(BiConsumer<T, U> task, UnitOfWork unit) {
            super(task, unit);
            this.task = task;
        }

        @Override
        public void accept(T value, U other) {
            Entered entered = enter();
            try {
                task.accept(value, other);
            } finally {
                leave(entered);
            }
        }
    }
}
