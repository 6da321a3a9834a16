package studio.diorama.render.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Ranges never overlap, and what is given back is whole again.
class RangeAllocatorTest {

    @Test
    void rangesThatAreGivenBackInAnyOrderJoin() {
        RangeAllocator ranges = new RangeAllocator(100);
        int a = ranges.take(30);
        int b = ranges.take(30);
        int c = ranges.take(40);
        assertThat(new int[] {a, b, c}).containsExactly(0, 30, 60);
        assertThat(ranges.take(1)).isEqualTo(RangeAllocator.FULL);
        ranges.give(a, 30);
        ranges.give(c, 40);
        assertThat(ranges.take(50)).isEqualTo(RangeAllocator.FULL);
        ranges.give(b, 30);
        assertThat(ranges.take(100)).isZero();
    }

    @Test
    void growthAddsToTheLastFreeRange() {
        RangeAllocator ranges = new RangeAllocator(10);
        assertThat(ranges.take(6)).isZero();
        ranges.grow(20);
        assertThat(ranges.take(14)).isEqualTo(6);
        assertThat(ranges.capacity()).isEqualTo(20);
    }
}
