package studio.diorama.render.internal;

import java.util.Map;
import java.util.TreeMap;

/// Hands out ranges of a growing line of places, first fit, and joins what is given back.
final class RangeAllocator {

    /// Returned where nothing fits.
    static final int FULL = -1;

    private final TreeMap<Integer, Integer> free = new TreeMap<>();
    private int capacity;

    RangeAllocator(int capacity) {
        this.capacity = capacity;
        free.put(0, capacity);
    }

    int capacity() {
        return capacity;
    }

    /// The start of a range of that length, or [#FULL].
    int take(int length) {
        if (length == 0) {
            return 0;
        }
        for (Map.Entry<Integer, Integer> range : free.entrySet()) {
            if (range.getValue() >= length) {
                int start = range.getKey();
                int left = range.getValue() - length;
                free.remove(start);
                if (left > 0) {
                    free.put(start + length, left);
                }
                return start;
            }
        }
        return FULL;
    }

    void give(int start, int length) {
        if (length == 0) {
            return;
        }
        int from = start;
        int size = length;
        Map.Entry<Integer, Integer> before = free.lowerEntry(start);
        if (before != null && before.getKey() + before.getValue() == start) {
            from = before.getKey();
            size += before.getValue();
        }
        Integer after = free.remove(start + length);
        if (after != null) {
            size += after;
        }
        free.put(from, size);
    }

    void grow(int newCapacity) {
        int added = newCapacity - capacity;
        int start = capacity;
        capacity = newCapacity;
        give(start, added);
    }
}
