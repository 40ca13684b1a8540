package checker;

import dev.plimsoll.route.PrimarySample;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** What mutations weave into methods: their code is copied into the method's own class. */
@SuppressWarnings({"UnusedVariable", "NonFinalStaticField", "ParameterName"
}) // What is assigned to is read by the method.
final class Twists {
    private Twists() {}

    /** Says true. */
    static final class True {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean result) {
            result = true;
        }
    }

    /** Says false. */
    static final class False {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean result) {
            result = false;
        }
    }

    /** Does nothing. */
    static final class Nothing {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }
    }

    static final class FirstArgument {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) long first, @Advice.Return(readOnly = false) long result) {
            result = first;
        }
    }

    static final class SecondArgument {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object second,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object result) {
            result = second;
        }
    }

    static final class SwappedOperands {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) long first,
                @Advice.Argument(1) long second,
                @Advice.Return(readOnly = false) long result) {
            result = Math.max(0, second - first);
        }
    }

    static final class FromItsEnd {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) PrimarySample sample,
                @Advice.Argument(1) long time,
                @Advice.Return(readOnly = false) boolean result) {
            result = sample.endedAt() - time >= 0;
        }
    }

    /** The writer's position is that of neither what is flushed nor what is inserted. */
    static final class WrittenPosition {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String result) {
            result = result.replace("pg_current_wal_flush_lsn", "pg_current_wal_lsn")
                    .replace("pg_current_wal_insert_lsn", "pg_current_wal_lsn");
        }
    }

    /** No mistake: between what a sample of the primary says and its end something may happen. */
    static final class SlowSample {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String result) {
            result = result.replace(
                    " from (select", ", case when not part.standby then pg_sleep(0.04)::text end from (select");
        }
    }

    static final class MomentOfCommit {
        @Advice.OnMethodEnter
        static void enter() {
            Moment.now();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Moment.none();
        }
    }

    static final class MomentOfStatement {
        @Advice.OnMethodExit
        static void exit() {
            Moment.now();
        }
    }

    static final class NoMoment {
        @Advice.OnMethodEnter
        static void enter() {
            Moment.none();
        }
    }

    /** Takes the moment for that of the acknowledgement. */
    static final class AtMoment {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) long time) {
            time = Moment.instead(time);
        }
    }

    static final class OnceReadOnly {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("readOnly") @Nullable Boolean readOnly,
                @Advice.Return(readOnly = false) boolean result) {
            result = readOnly != null;
        }
    }
}
