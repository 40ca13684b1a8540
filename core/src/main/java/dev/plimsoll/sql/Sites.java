package dev.plimsoll.sql;

import dev.plimsoll.sql.Slot.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places of values in a shape: what role each plays, beside which column, in which IN list. */
final class Sites {
    static final int NO_LIST = -1;

    private final Role[] roles;
    private final @Nullable String[] columns;
    private final int[] lists;

    Sites(int count) {
        roles = new Role[count];
        Arrays.fill(roles, Role.OTHER);
        columns = new @Nullable String[count];
        lists = new int[count];
        Arrays.fill(lists, NO_LIST);
    }

    void set(int site, Role role, @Nullable String column, int list) {
        roles[site] = role;
        columns[site] = column;
        lists[site] = list;
    }

    void set(int site, Role role) {
        if (site >= 0) {
            set(site, role, null, NO_LIST);
        }
    }

    int count() {
        return roles.length;
    }

    /** Slots of a text whose value number {@code i} is at site {@code sites[i]}. */
    List<Slot> slots(int[] sites) {
        List<Slot> slots = new ArrayList<>();
        int first = 0;
        while (first < sites.length) {
            int end = runEnd(sites, first);
            slots.add(slot(sites, first, end));
            first = end;
        }
        return List.copyOf(slots);
    }

    private Slot slot(int[] sites, int first, int end) {
        int site = sites[first];
        return new Slot(roles[site], columns[site], first, end - first);
    }

    /** The end of the run of values of one IN list that begins at {@code first}; a single value that is in no list is one too. */
    private int runEnd(int[] sites, int first) {
        int list = lists[sites[first]];
        int end = first + 1;
        while (list != NO_LIST && end < sites.length && lists[sites[end]] == list) {
            end++;
        }
        return end;
    }

    @Nullable
    Slot largestIn(int[] sites) {
        Slot largest = null;
        int first = 0;
        while (first < sites.length) {
            int end = runEnd(sites, first);
            boolean in = roles[sites[first]] == Role.IN;
            if (in && (largest == null || end - first > largest.count())) {
                largest = slot(sites, first, end);
            }
            first = end;
        }
        return largest;
    }

    /** The sites of a text none of whose lists is folded. */
    int[] identity() {
        int[] sites = new int[roles.length];
        Arrays.setAll(sites, i -> i);
        return sites;
    }
}
