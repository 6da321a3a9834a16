package studio.diorama.tensor.weights;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.tensor.weights.PickledValue.Named;
import studio.diorama.tensor.weights.PickledValue.PickledDictionary;
import studio.diorama.tensor.weights.PickledValue.PickledList;
import studio.diorama.tensor.weights.PickledValue.PickledTuple;
import studio.diorama.tensor.weights.PickledValue.Plain;

/// Steps through a checkpoint's pickle. The machine has a stack, marks on it, and a memo of values to use again; its
/// instructions are those of Python's `pickletools`, and those that make anything but plain values are refused.
final class TorchUnpickler {

    private static final int MOST_VALUES = 2_000_000;
    private static final int HIGHEST_PROTOCOL = 5;

    private final PickleInput input;
    private final TorchCalls calls;
    private final Untrusted source;
    private final Deque<List<PickledValue>> outerStacks = new ArrayDeque<>();
    private final Map<Long, PickledValue> memo = new HashMap<>();
    private List<PickledValue> stack = new ArrayList<>();
    private int values;

    TorchUnpickler(byte[] pickle, TorchTensors tensors, Untrusted source) {
        this.input = new PickleInput(pickle, source);
        this.calls = new TorchCalls(tensors, source);
        this.source = source;
    }

    /// The value that the pickle ends with.
    TorchValue run() {
        if (input.opcode() != PickleOpcode.PROTO) {
            throw source.refused("its pickle does not begin with its protocol, as those of torch.save do.");
        }
        requireProtocol();
        for (PickleOpcode opcode = input.opcode(); opcode != PickleOpcode.STOP; opcode = input.opcode()) {
            step(opcode);
        }
        PickledValue result = pop();
        if (!stack.isEmpty() || !outerStacks.isEmpty() || input.hasMore()) {
            throw source.refused("its pickle leaves something over at its end.");
        }
        return new PickledTree(source).finished(result);
    }

    private void step(PickleOpcode opcode) {
        switch (opcode) {
            case PROTO -> requireProtocol();
            case FRAME -> input.frame();
            case STOP -> throw new IllegalStateException("the machine has stopped");

            case NONE -> push(new TorchValue.Nothing());
            case NEWTRUE -> push(new TorchValue.Truth(true));
            case NEWFALSE -> push(new TorchValue.Truth(false));
            case BININT -> push(new TorchValue.Whole(input.signedInt()));
            case BININT1 -> push(new TorchValue.Whole(input.unsignedByte()));
            case BININT2 -> push(new TorchValue.Whole(input.unsignedShort()));
            case LONG1 -> push(new TorchValue.Whole(input.whole(input.unsignedByte())));
            case LONG4 -> push(new TorchValue.Whole(input.whole(input.signedInt())));
            case BINFLOAT -> push(new TorchValue.Real(input.bigEndianDouble()));
            case BINUNICODE, BINSTRING -> push(new TorchValue.Text(input.text(input.unsignedInt())));
            case SHORT_BINUNICODE, SHORT_BINSTRING -> push(new TorchValue.Text(input.text(input.unsignedByte())));
            case BINUNICODE8 -> push(new TorchValue.Text(input.text(input.signedLong())));

            case MARK -> mark();
            case POP -> pop();
            case POP_MARK -> toMark();
            case DUP -> push(top());
            case EMPTY_TUPLE -> push(new PickledTuple(List.of()));
            case TUPLE1 -> push(new PickledTuple(last(1)));
            case TUPLE2 -> push(new PickledTuple(last(2)));
            case TUPLE3 -> push(new PickledTuple(last(3)));
            case TUPLE -> push(new PickledTuple(toMark()));
            case EMPTY_LIST -> push(new PickledList());
            case LIST -> {
                PickledList list = new PickledList();
                list.items.addAll(toMark());
                push(list);
            }
            case APPEND -> {
                PickledValue item = pop();
                topList().items.add(item);
            }
            case APPENDS -> {
                List<PickledValue> items = toMark();
                topList().items.addAll(items);
            }
            case EMPTY_DICT -> push(new PickledDictionary(false));
            case DICT -> {
                PickledDictionary dictionary = new PickledDictionary(false);
                calls.put(dictionary, toMark());
                push(dictionary);
            }
            case SETITEM -> {
                List<PickledValue> entry = last(2);
                calls.put(topDictionary(), entry);
            }
            case SETITEMS -> {
                List<PickledValue> entries = toMark();
                calls.put(topDictionary(), entries);
            }

            case BINPUT -> remember(input.unsignedByte());
            case LONG_BINPUT -> remember(input.unsignedInt());
            case MEMOIZE -> remember(memo.size());
            case BINGET -> push(remembered(input.unsignedByte()));
            case LONG_BINGET -> push(remembered(input.unsignedInt()));

            case GLOBAL -> {
                String module = input.line();
                push(new Named(TorchGlobal.of(module, input.line(), source)));
            }
            case STACK_GLOBAL -> {
                List<PickledValue> names = last(2);
                push(new Named(TorchGlobal.of(calls.text(names.get(0)), calls.text(names.get(1)), source)));
            }
            case BINPERSID -> push(calls.storage(pop()));
            case REDUCE -> {
                List<PickledValue> call = last(2);
                push(calls.call(call.get(0), call.get(1)));
            }
            case BUILD -> {
                PickledValue state = pop();
                calls.requireOnlyMetadata(top(), state);
            }

            case INST, OBJ, NEWOBJ, NEWOBJ_EX, EXT1, EXT2, EXT4 ->
                throw source.refused(
                        "its pickle makes an object (%s); only tensors and plain values are made.", opcode);
            case EMPTY_SET, ADDITEMS, FROZENSET ->
                throw source.refused("its pickle holds a set (%s); lists and dictionaries are taken.", opcode);
            case BINBYTES, SHORT_BINBYTES, BINBYTES8, BYTEARRAY8, NEXT_BUFFER, READONLY_BUFFER ->
                throw source.refused("its pickle holds raw bytes (%s); tensors are taken.", opcode);
            case INT, LONG, FLOAT, STRING, UNICODE, GET, PUT, PERSID ->
                throw source.refused("its pickle is written as text (%s); torch.save writes binary ones.", opcode);
        }
    }

    private void requireProtocol() {
        int protocol = input.unsignedByte();
        if (protocol < 2 || protocol > HIGHEST_PROTOCOL) {
            throw source.refused("pickle protocols 2 to %d are read, got %d.", HIGHEST_PROTOCOL, protocol);
        }
    }

    private void push(TorchValue value) {
        push(new Plain(value));
    }

    private void push(PickledValue value) {
        count();
        stack.add(value);
    }

    private void mark() {
        count();
        outerStacks.push(stack);
        stack = new ArrayList<>();
    }

    /// Bounds the time and memory of any program: each of its values costs one.
    private void count() {
        if (++values > MOST_VALUES) {
            throw source.tooLarge("its pickle makes more than %d values.", MOST_VALUES);
        }
    }

    private List<PickledValue> toMark() {
        if (outerStacks.isEmpty()) {
            throw source.refused("its pickle goes back to a mark that is not there.");
        }
        List<PickledValue> items = stack;
        stack = outerStacks.pop();
        return items;
    }

    private List<PickledValue> last(int count) {
        if (stack.size() < count) {
            throw source.refused("its pickle takes more from its stack than is there.");
        }
        List<PickledValue> tail = stack.subList(stack.size() - count, stack.size());
        List<PickledValue> items = List.copyOf(tail);
        tail.clear();
        return items;
    }

    private PickledValue pop() {
        return last(1).getFirst();
    }

    private PickledValue top() {
        if (stack.isEmpty()) {
            throw source.refused("its pickle takes more from its stack than is there.");
        }
        return stack.getLast();
    }

    private PickledList topList() {
        if (top() instanceof PickledList list) {
            return list;
        }
        throw source.refused("its pickle appends to something that is no list.");
    }

    private PickledDictionary topDictionary() {
        if (top() instanceof PickledDictionary dictionary) {
            return dictionary;
        }
        throw source.refused("its pickle sets an entry of something that is no dictionary.");
    }

    private void remember(long place) {
        count();
        memo.put(place, top());
    }

    private PickledValue remembered(long place) {
        PickledValue value = memo.get(place);
        if (value == null) {
            throw source.refused("its pickle uses value %d again, which it never made.", place);
        }
        return value;
    }
}
