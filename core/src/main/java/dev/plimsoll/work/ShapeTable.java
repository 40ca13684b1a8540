package dev.plimsoll.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shape tallies by fingerprint and schema, in order of arrival; open addressing, since a look-up must not allocate. */
final class ShapeTable {
    private static final int FIRST_SLOTS = 16;

    private @Nullable ShapeTally[] slots = new @Nullable ShapeTally[FIRST_SLOTS];
    private final List<ShapeTally> inOrder = new ArrayList<>();

    @Nullable
    ShapeTally find(long fingerprint, String schema) {
        int mask = slots.length - 1;
        for (int index = slot(fingerprint, mask); ; index = (index + 1) & mask) {
            ShapeTally shape = slots[index];
            if (shape == null || shape.facts.fingerprint() == fingerprint && shape.schema.equals(schema)) {
                return shape;
            }
        }
    }

    void add(ShapeTally shape) {
        inOrder.add(shape);
        if (inOrder.size() * 2 > slots.length) {
            slots = new @Nullable ShapeTally[slots.length * 2];
            inOrder.forEach(this::place);
        } else {
            place(shape);
        }
    }

    private void place(ShapeTally shape) {
        int mask = slots.length - 1;
        int index = slot(shape.facts.fingerprint(), mask);
        while (slots[index] != null) {
            index = (index + 1) & mask;
        }
        slots[index] = shape;
    }

    private static int slot(long fingerprint, int mask) {
        return (int) (fingerprint ^ (fingerprint >>> Integer.SIZE)) & mask;
    }

    int size() {
        return inOrder.size();
    }

    /** The shape of a number. */
    ShapeTally get(int number) {
        return inOrder.get(number);
    }

    /** By number; not to be kept. */
    List<ShapeTally> inOrder() {
        return inOrder;
    }

    void forEach(Consumer<ShapeTally> action) {
        inOrder.forEach(action);
    }

    void clear() {
        if (slots.length > FIRST_SLOTS) {
            slots = new @Nullable ShapeTally[FIRST_SLOTS];
        } else {
            Arrays.fill(slots, null);
        }
        inOrder.forEach(ShapeTally::end);
        inOrder.clear();
    }
}
