package dev.plimsoll.postgres;

import dev.plimsoll.sql.Uses;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** References as {@link CatalogQueries} returns them: {@code funcid16400 relid16410 …}. */
final class References {
    private References() {}

    static Uses parse(@Nullable String references) {
        if (references == null || references.isBlank()) {
            return Uses.NOTHING;
        }
        Set<Long> functions = new HashSet<>();
        Set<Long> relations = new HashSet<>();
        Set<Long> types = new HashSet<>();
        for (String reference : references.split(" ", -1)) {
            int digits = afterKind(reference);
            long id = Long.parseLong(reference.substring(digits));
            switch (reference.substring(0, digits)) {
                case "relid" -> relations.add(id);
                case "resulttype" -> types.add(id);
                default -> functions.add(id);
            }
        }
        return new Uses(functions, relations, types);
    }

    private static int afterKind(String reference) {
        int i = 0;
        while (Character.isLetter(reference.charAt(i))) {
            i++;
        }
        return i;
    }
}
