package dev.plimsoll.agent.inside.weave;

import java.util.Set;

/** The names in a class file, without the rest of it being read: what a class does not name it neither has nor calls. */
final class ConstantPool {
    private static final int FIRST = 10;
    private static final int UTF8 = 1;

    private ConstantPool() {}

    /** Whether any entry of text is one of {@code names}, which are plain ASCII. */
    static boolean names(byte[] code, Names names) {
        int count = unsigned(code, 8);
        int at = FIRST;
        for (int index = 1; index < count; index++) {
            int tag = code[at];
            if (tag == UTF8) {
                int length = unsigned(code, at + 1);
                if (names.contains(code, at + 3, length)) {
                    return true;
                }
                at += 3 + length;
            } else {
                at += size(tag);
                index += tag == 5 || tag == 6 ? 1 : 0; // long and double count twice
            }
        }
        return false;
    }

    private static int size(int tag) {
        return switch (tag) {
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            default -> throw new IllegalArgumentException("not a class file: a constant of kind " + tag);
        };
    }

    private static int unsigned(byte[] code, int at) {
        return (code[at] & 0xff) << 8 | code[at + 1] & 0xff;
    }

    /** Names to look for, by their hashes. */
    static final class Names {
        private final byte[][] table;

        Names(Set<String> names) {
            int size = Integer.highestOneBit(Math.max(1, names.size())) * 16;
            table = new byte[size][];
            for (String name : names) {
                byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                int slot = slot(bytes, 0, bytes.length);
                while (table[slot] != null) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = bytes;
            }
        }

        boolean contains(byte[] code, int from, int length) {
            if (length == 0) {
                return false;
            }
            for (int slot = slot(code, from, length); table[slot] != null; slot = slot + 1 & table.length - 1) {
                byte[] name = table[slot];
                if (java.util.Arrays.equals(name, 0, name.length, code, from, from + length)) {
                    return true;
                }
            }
            return false;
        }

        /** From length, first, middle and last letters, since most texts differ from all names there. */
        private int slot(byte[] code, int from, int length) {
            int hash = length;
            hash = 31 * hash + code[from];
            hash = 31 * hash + code[from + length / 2];
            hash = 31 * hash + code[from + length - 1];
            hash ^= hash >>> 7;
            return hash & table.length - 1;
        }
    }
}
