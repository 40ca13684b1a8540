package dev.plimsoll.agent.inside.units;

import org.jspecify.annotations.Nullable;

/** Names the units of one weaving point. What it throws costs a unit no more than its name. */
interface Naming {

    /** By what is known at the beginning; null for a unit that is not to begin at all. */
    @Nullable
    String atBegin(@Nullable Object receiver, @Nullable Object argument) throws Throwable;

    /** By what is known at the end; null if that is no better. */
    default @Nullable String atEnd(@Nullable Object argument) throws Throwable {
        return null;
    }

    /** A class's own name, without its package and without what frameworks append to that of a subclass they make. */
    static String of(Class<?> type) {
        String name = type.getName();
        int generated = name.indexOf("$$");
        name = generated > 0 ? name.substring(0, generated) : name;
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
