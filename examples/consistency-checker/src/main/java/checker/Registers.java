package checker;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All rows that sessions write, by their keys. */
final class Registers {
    private final ConcurrentMap<Integer, Register> registers = new ConcurrentHashMap<>();

    Register of(int key) {
        return registers.computeIfAbsent(key, Register::new);
    }

    Collection<Register> all() {
        return registers.values();
    }
}
