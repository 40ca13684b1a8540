package dev.plimsoll.sql;

import dev.plimsoll.sql.Setting.SynchronousCommit;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the shape of a statement names a setting and its new value: as a word of the shape, or at a site whose literal only a text
 * has.
 *
 * @param name the setting, or null if a literal names it
 * @param nameSite the site of that literal, or -1
 * @param value the word that is its value, or null
 * @param valueSite the site of the literal that is its value, or -1
 * @param local whether the setting ends with the transaction
 */
record SettingSites(
        @Nullable String name, int nameSite, @Nullable String value, int valueSite, boolean local) {
    private static final String SYNCHRONOUS_COMMIT = "synchronous_commit";
    private static final Set<String> OFF = Set.of("off", "false", "no", "0", "f", "n", "of", "fals", "fal", "fa");
    private static final Set<String> ON =
            Set.of("on", "true", "yes", "1", "t", "y", "tru", "tr", "ye", "local", "remote_write", "remote_apply");

    /** The setting that {@code sql}, a text of this shape, changes. */
    Setting read(String sql, Dialect dialect) {
        String told = name != null ? name : literal(sql, nameSite, dialect);
        String setting = told == null ? Setting.UNTOLD : told.toLowerCase(Locale.ROOT);
        return new Setting(setting, local, commits(setting, sql, dialect));
    }

    private SynchronousCommit commits(String setting, String sql, Dialect dialect) {
        boolean some = setting.equals(Setting.UNTOLD) || setting.equals(Setting.ALL);
        if (!some && !setting.equals(SYNCHRONOUS_COMMIT)) {
            return SynchronousCommit.UNTOUCHED;
        }
        String spelt = value != null ? value : literal(sql, valueSite, dialect);
        if (some || spelt == null) {
            return SynchronousCommit.UNKNOWN;
        }
        String word = spelt.strip().toLowerCase(Locale.ROOT);
        if (OFF.contains(word)) {
            return SynchronousCommit.OFF;
        }
        return ON.contains(word) ? SynchronousCommit.ON : SynchronousCommit.UNKNOWN;
    }

    private static @Nullable String literal(String sql, int site, Dialect dialect) {
        return site < 0 ? null : SchemaSwitch.name(sql, site, dialect);
    }
}
