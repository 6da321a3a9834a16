package studio.diorama.tensor.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes tensors of a checkpoint's storages.
///
/// A tensor is a view: an offset, sizes and strides into a storage that several tensors may share. One whose numbers
/// lie in order shares the storage's bytes here too; any other is copied into order.
final class TorchTensors {

    private final TorchArchive archive;
    private final Untrusted source;
    private final Map<String, ByteBuffer> dataByKey = new HashMap<>();
    private final Map<String, TensorType> typeByKey = new HashMap<>();
    private long bytesLeft;

    /// @param maximumBytes that storages and copies may take together
    TorchTensors(TorchArchive archive, long maximumBytes, Untrusted source) {
        this.archive = archive;
        this.bytesLeft = maximumBytes;
        this.source = source;
    }

    /// @param offset of its first number in the storage, in numbers
    /// @param strides numbers from one place of a dimension to the next
    StoredTensor rebuild(PickledValue.Storage storage, long offset, List<Long> sizes, List<Long> strides) {
        long elements = elements(storage, offset, sizes, strides);
        ByteBuffer data = data(storage);
        int width = storage.type().bytes();
        if (elements == 0) {
            return new StoredTensor(storage.type(), sizes, ByteBuffer.allocate(0));
        }
        if (isInOrder(sizes, strides)) {
            return new StoredTensor(
                    storage.type(), sizes, data.slice((int) (offset * width), (int) (elements * width)));
        }
        spend(elements * width);
        ByteBuffer copy = ByteBuffer.allocate((int) (elements * width)).order(ByteOrder.LITTLE_ENDIAN);
        copyInOrder(data, offset, sizes, strides, width, copy);
        return new StoredTensor(storage.type(), sizes, copy.flip());
    }

    /// Checks everything before a byte is touched.
    private long elements(PickledValue.Storage storage, long offset, List<Long> sizes, List<Long> strides) {
        if (sizes.size() != strides.size()) {
            throw source.refused(
                    "a tensor of storage %s has %d sizes and %d strides.", storage.key(), sizes.size(), strides.size());
        }
        try {
            long elements = StoredTensor.elements(sizes);
            long last = offset;
            for (int i = 0; i < sizes.size(); i++) {
                if (strides.get(i) < 0) {
                    throw source.refused("a tensor of storage %s has a negative stride.", storage.key());
                }
                last = Math.addExact(last, Math.multiplyExact(Math.max(0, sizes.get(i) - 1), strides.get(i)));
            }
            if (offset < 0 || elements > storage.elements() || (elements > 0 && last >= storage.elements())) {
                throw source.refused(
                        "a tensor %s with strides %s from number %d does not fit into storage %s of %d numbers.",
                        sizes, strides, offset, storage.key(), storage.elements());
            }
            return elements;
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw source.refused("a tensor of storage %s has an impossible shape: %s.", storage.key(), e.getMessage());
        }
    }

    private ByteBuffer data(PickledValue.Storage storage) {
        TensorType known = typeByKey.putIfAbsent(storage.key(), storage.type());
        if (known != null && known != storage.type()) {
            throw source.refused("storage %s is once of %s and once of %s.", storage.key(), known, storage.type());
        }
        ByteBuffer data = dataByKey.get(storage.key());
        long bytes = storage.elements() * storage.type().bytes();
        if (data == null) {
            spend(bytes);
            try {
                data = ByteBuffer.wrap(archive.storage(storage.key(), bytes)).order(ByteOrder.LITTLE_ENDIAN);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            dataByKey.put(storage.key(), data);
        } else if (data.capacity() != bytes) {
            throw source.refused("storage %s has once %d bytes and once %d.", storage.key(), data.capacity(), bytes);
        }
        return data;
    }

    private void spend(long bytes) {
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw source.tooLarge("its tensors take more bytes together than the limit allows.");
        }
    }

    private static boolean isInOrder(List<Long> sizes, List<Long> strides) {
        long expected = 1;
        for (int i = sizes.size() - 1; i >= 0; i--) {
            if (sizes.get(i) != 1 && strides.get(i) != expected) {
                return false;
            }
            expected *= sizes.get(i);
        }
        return true;
    }

    private static void copyInOrder(
            ByteBuffer data, long offset, List<Long> sizes, List<Long> strides, int width, ByteBuffer copy) {
        long[] place = new long[sizes.size()];
        long at = offset;
        while (copy.hasRemaining()) {
            copy.put(copy.position(), data, (int) (at * width), width);
            copy.position(copy.position() + width);
            for (int i = place.length - 1; i >= 0; i--) {
                at += strides.get(i);
                if (++place[i] < sizes.get(i)) {
                    break;
                }
                at -= place[i] * strides.get(i);
                place[i] = 0;
            }
        }
    }
}
