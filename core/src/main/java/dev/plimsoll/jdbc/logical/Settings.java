package dev.plimsoll.jdbc.logical;

import java.util.ArrayList;
import java.util.List;

/** What the application has set by SQL for its session, in the order in which it did; what was not committed counts later, or never. */
final class Settings {
    private final List<SettingText> texts = new ArrayList<>(0);
    private final List<SettingText> uncommitted = new ArrayList<>(0);
    private int version;

    List<SettingText> texts() {
        return texts;
    }

    /** Grows with each change of {@link #texts()}. */
    int version() {
        return version;
    }

    boolean hasUncommitted() {
        return !uncommitted.isEmpty();
    }

    /** Counts once the unit is committed. */
    void made(SettingText text) {
        uncommitted.add(text);
    }

    void committed() {
        uncommitted.forEach(this::keep);
        uncommitted.clear();
    }

    void rolledBack() {
        uncommitted.clear();
    }

    /** All settings are the session's defaults again. */
    void forgetAll() {
        texts.clear();
        uncommitted.clear();
        version++;
    }

    void forget(String name) {
        if (texts.removeIf(text -> text.name().equals(name))) {
            version++;
        }
    }

    boolean has(String name) {
        for (SettingText text : texts) {
            if (text.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void keep(SettingText text) {
        texts.removeIf(before -> before.name().equals(text.name()));
        texts.add(text);
        version++;
    }
}
