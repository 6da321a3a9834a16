package studio.diorama.render.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Arrays of closed frames, for later frames of the same size. Safe for any number of threads.
final class PlanePool {

    private static final int KEPT_OF_A_SIZE = 64;
    private static final int SIZES = 16;

    private final Map<Integer, Deque<float[]>> floats = new HashMap<>();
    private final Map<Integer, Deque<int[]>> integers = new HashMap<>();

    synchronized float[] floats(int length) {
        Deque<float[]> free = floats.get(length);
        return free == null || free.isEmpty() ? new float[length] : free.pop();
    }

    synchronized int[] integers(int length) {
        Deque<int[]> free = integers.get(length);
        return free == null || free.isEmpty() ? new int[length] : free.pop();
    }

    synchronized void give(float[] values) {
        put(floats, values.length, values);
    }

    synchronized void give(int[] values) {
        put(integers, values.length, values);
    }

    private static <T> void put(Map<Integer, Deque<T>> pool, int length, T values) {
        if (pool.size() >= SIZES && !pool.containsKey(length)) {
            pool.clear();
        }
        Deque<T> free = pool.computeIfAbsent(length, _ -> new ArrayDeque<>());
        if (free.size() < KEPT_OF_A_SIZE) {
            free.push(values);
        }
    }
}
