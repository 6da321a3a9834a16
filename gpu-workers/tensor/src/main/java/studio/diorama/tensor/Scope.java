package studio.diorama.tensor;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import studio.diorama.tensor.weights.StoredTensor;

/// A stretch of work whose tensors are freed together when it ends.
///
/// Scopes nest on the thread that opened them. What a tensor's method returns belongs to the innermost scope that is
/// open on the thread that calls it, whoever owns the operands; what a scope's own method makes belongs to that scope.
/// So nothing outlives its scope but what [#adopt] or [#handOut] moved, or what [Parameters] hold. Several threads
/// may work at the same time, each in its own scopes, on shared parameters.
///
/// Always in try-with-resources:
/// ```
/// try (Scope scope = Scope.open(device)) {
///     float sum = scope.of(values, 2, 3).sum().item();
/// }
/// ```
public final class Scope implements AutoCloseable {

    private static final ThreadLocal<Deque<Scope>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

    private final ComputeDevice device;
    private final Thread owner = Thread.currentThread();
    private final PtNDManager manager;

    private Scope(ComputeDevice device) {
        this.device = requireNonNull(device, "device is null");
        this.manager = Libtorch.root().newSubManager(device.toDjl());
    }

    /// Opens one inside whatever is open on this thread.
    public static Scope open(ComputeDevice device) {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    "tensors are worked on by platform threads: libtorch keeps state with them, and a virtual thread"
                            + " changes from one to another");
        }
        Deque<Scope> open = OPEN.get();
        if (open.isEmpty()) {
            Libtorch.prepareThread();
        }
        Scope scope = new Scope(device);
        open.push(scope);
        return scope;
    }

    /// Opens another one inside, on the same device.
    public Scope child() {
        return open(device);
    }

    public ComputeDevice device() {
        return device;
    }

    // --- Making tensors
    // -----------------------------------------------------------------------------------------------

    public Tensor zeros(long... shape) {
        return full(0, shape);
    }

    public Tensor ones(long... shape) {
        return full(1, shape);
    }

    public Tensor full(double value, long... shape) {
        return wrap(
                JniUtils.full(manager, new Shape(shape), value, DataType.FLOAT32, device.toDjl(), SparseFormat.DENSE));
    }

    /// A single number, of shape ().
    public Tensor scalar(double value) {
        return full(value);
    }

    /// @param values row-major; copied
    public Tensor of(float[] values, long... shape) {
        checkCount(values.length, shape);
        return copied(manager.create(values, new Shape(shape)));
    }

    /// Float64, for sums that must not lose digits.
    ///
    /// @param values row-major; copied
    public Tensor ofDoubles(double[] values, long... shape) {
        checkCount(values.length, shape);
        return copied(manager.create(values, new Shape(shape)));
    }

    /// Int64, as indices are.
    ///
    /// @param values row-major; copied
    public Tensor ofLongs(long[] values, long... shape) {
        checkCount(values.length, shape);
        return copied(manager.create(values, new Shape(shape)));
    }

    /// A tensor at rest brought to life: float64 and whole types keep 64 bits, all others become float32.
    public Tensor of(StoredTensor stored) {
        long[] shape = stored.shape().stream().mapToLong(Long::longValue).toArray();
        return switch (stored.type()) {
            case F64 -> {
                double[] values = new double[stored.elements()];
                stored.data().asDoubleBuffer().get(values);
                yield ofDoubles(values, shape);
            }
            case F32, F16, BF16 -> of(stored.toFloats(), shape);
            case I64, I32, I16, I8, U8, BOOL -> ofLongs(stored.toLongs(), shape);
        };
    }

    /// Bytes as numbers 0 to 255 in float32, such as a picture's samples.
    public Tensor ofBytes(byte[] values, long... shape) {
        checkCount(values.length, shape);
        ByteBuffer direct = ByteBuffer.allocateDirect(values.length).order(ByteOrder.nativeOrder());
        direct.put(values).rewind();
        try (PtNDArray bytes = manager.create(direct, new Shape(shape), DataType.UINT8)) {
            return wrap(bytes.toType(DataType.FLOAT32, true));
        }
    }

    /// One after another along an existing axis; the other axes must agree.
    public Tensor concat(List<Tensor> tensors, int axis) {
        return Tensor.join("concat", tensors, arrays -> JniUtils.cat(arrays, axis))
                .moveTo(this);
    }

    /// One after another along a new axis; all of one shape.
    public Tensor stack(List<Tensor> tensors, int axis) {
        return Tensor.join("stack", tensors, arrays -> JniUtils.stack(arrays, axis))
                .moveTo(this);
    }

    // --- Who frees what
    // -----------------------------------------------------------------------------------------------

    /// Takes over a tensor from an inner scope, so that it lives as long as this one.
    ///
    /// @return the same tensor
    /// @throws IllegalArgumentException for a parameter, which belongs to its [Parameters]
    public Tensor adopt(Tensor tensor) {
        if (Parameters.own(tensor)) {
            throw new IllegalArgumentException("a parameter cannot be adopted; adopt its copy()");
        }
        return tensor.moveTo(this);
    }

    /// Gives a tensor to the scope around this one.
    ///
    /// @return the same tensor
    public Tensor handOut(Tensor tensor) {
        Iterator<Scope> open = OPEN.get().iterator();
        while (open.hasNext()) {
            if (open.next() == this && open.hasNext()) {
                return open.next().adopt(tensor);
            }
        }
        throw new IllegalStateException("there is no scope around this one on this thread to give a tensor to");
    }

    /// Tensors in this scope that are not freed yet.
    public int alive() {
        return manager.getManagedArrays().size();
    }

    /// Tensors in the whole process that are not freed yet: in scopes, in parameters, or lost.
    public static int aliveInProcess() {
        return Libtorch.arraysAlive();
    }

    /// Frees what was made inside, and closes the scopes inside that are still open.
    @Override
    public void close() {
        if (!manager.isOpen()) {
            return;
        }
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("a scope is closed by the thread that opened it, %s, not by %s"
                    .formatted(owner.getName(), Thread.currentThread().getName()));
        }
        Deque<Scope> open = OPEN.get();
        Scope closed;
        do {
            closed = open.pop();
            closed.manager.close();
        } while (closed != this);
        if (open.isEmpty()) {
            OPEN.remove();
        }
    }

    // --- For this package
    // ---------------------------------------------------------------------------------------------

    /// The innermost scope that is open on this thread.
    static Scope current() {
        Scope scope = OPEN.get().peek();
        if (scope == null) {
            throw new IllegalStateException("no scope is open on thread %s; work on tensors inside try (Scope scope ="
                            .formatted(Thread.currentThread().getName())
                    + " Scope.open(device))");
        }
        return scope;
    }

    PtNDManager manager() {
        return manager;
    }

    /// A fresh array on the CPU borrows a Java buffer that goes with it; views of it would outlive their memory.
    private Tensor copied(NDArray borrowed) {
        try (borrowed) {
            return wrap((PtNDArray) borrowed.duplicate());
        }
    }

    private Tensor wrap(PtNDArray array) {
        return new Tensor(array);
    }

    private static void checkCount(long count, long[] shape) {
        long expected = 1;
        for (long size : shape) {
            expected = Math.multiplyExact(expected, size);
        }
        if (count != expected) {
            throw new IllegalArgumentException(
                    "shape %s has %d numbers, got %d".formatted(Tensor.shapeText(shape), expected, count));
        }
    }
}
