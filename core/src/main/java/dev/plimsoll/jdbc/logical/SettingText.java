package dev.plimsoll.jdbc.logical;

import org.jspecify.annotations.Nullable;

/**
 * A setting that the application has made by SQL.
 *
 * @param bindings of the parameters of {@code sql}; null if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SettingText(String name, String sql, Binding @Nullable [] bindings) {}
