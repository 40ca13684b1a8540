package dev.plimsoll.sql;

/** Names as SQL writes them. */
final class Names {
    private Names() {}

    /** The name, perhaps of several parts, without its quotes. */
    static String unquoted(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        boolean inside = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '"') {
                bare.append(c);
            } else if (inside && i + 1 < name.length() && name.charAt(i + 1) == '"') {
                bare.append(c);
                i++;
            } else {
                inside = !inside;
            }
        }
        return bare.toString();
    }

    /** Schema and name, without the database. */
    static String withoutDatabase(String name) {
        int dot = name.lastIndexOf('.');
        int before = dot < 0 ? -1 : name.lastIndexOf('.', dot - 1);
        return name.substring(before + 1);
    }
}
