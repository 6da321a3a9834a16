package studio.diorama.geometry.internal.ply;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.ToDoubleFunction;
import studio.diorama.geometry.PointCloud;

/// Reads the vertices of a PLY file; faces and other elements are passed over.
public final class PlyReader {

    private final String fileName;
    private final byte[] bytes;
    private final PlyHeader header;

    public PlyReader(byte[] bytes, String fileName) {
        this.bytes = bytes;
        this.fileName = fileName;
        header = PlyHeader.read(bytes, fileName);
    }

    public PointCloud read() {
        ToDoubleFunction<PlyType> numbers = numbers();
        try {
            for (PlyHeader.Element element : header.elements()) {
                if (element.name().equals("vertex")) {
                    return vertices(element, numbers);
                }
                skip(element, numbers);
            }
        } catch (BufferUnderflowException | NoSuchElementException e) {
            throw PlyHeader.refuse(fileName, "the file ends before its last vertex; it is cut off");
        } catch (NumberFormatException e) {
            throw PlyHeader.refuse(fileName, "a number expected, got something else");
        } catch (IllegalArgumentException e) {
            throw PlyHeader.refuse(fileName, e.getMessage());
        }
        throw PlyHeader.refuse(fileName, "an element 'vertex' expected, got none");
    }

    /// The file's numbers one after another.
    private ToDoubleFunction<PlyType> numbers() {
        int length = bytes.length - header.length();
        if (header.format().equals("ascii")) {
            StringTokenizer tokens =
                    new StringTokenizer(new String(bytes, header.length(), length, StandardCharsets.ISO_8859_1));
            return type -> Double.parseDouble(tokens.nextToken());
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, header.length(), length)
                .order(header.format().equals("binary_little_endian") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return type -> type.read(buffer);
    }

    private void skip(PlyHeader.Element element, ToDoubleFunction<PlyType> numbers) {
        // An element without properties takes no bytes, whatever its count.
        for (long i = 0; i < element.count() && !element.properties().isEmpty(); i++) {
            for (PlyHeader.Property property : element.properties()) {
                double count = property.list() ? numbers.applyAsDouble(property.countType()) : 1;
                for (double k = 0; k < count; k++) {
                    double ignored = numbers.applyAsDouble(property.type());
                }
            }
        }
    }

    private PointCloud vertices(PlyHeader.Element element, ToDoubleFunction<PlyType> numbers) {
        List<PlyHeader.Property> properties = element.properties();
        if (properties.stream().anyMatch(PlyHeader.Property::list)) {
            throw PlyHeader.refuse(fileName, "vertices without lists expected");
        }
        int[] position = columns(properties, "x", "y", "z");
        int[] normal = columns(properties, "nx", "ny", "nz");
        int[] colour = columns(properties, "red", "green", "blue");
        int[] id = columns(properties, "id");
        if (position == null) {
            throw PlyHeader.refuse(fileName, "vertices with x, y and z expected");
        }
        int count = requireRoom(element);
        float[] positions = new float[count * 3];
        float[] normals = new float[normal == null ? 0 : count * 3];
        byte[] colours = new byte[colour == null ? 0 : count * 3];
        int[] ids = new int[id == null ? 0 : count];
        double[] row = new double[properties.size()];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = numbers.applyAsDouble(properties.get(k).type());
            }
            for (int k = 0; k < 3; k++) {
                positions[i * 3 + k] = (float) row[position[k]];
                if (normal != null) {
                    normals[i * 3 + k] = (float) row[normal[k]];
                }
                if (colour != null) {
                    colours[i * 3 + k] = (byte) (int) row[colour[k]];
                }
            }
            if (id != null) {
                ids[i] = (int) (long) row[id[0]];
            }
        }
        return new PointCloud(
                positions,
                Optional.of(colours).filter(values -> colour != null),
                Optional.of(normals).filter(values -> normal != null),
                Optional.of(ids).filter(values -> id != null));
    }

    /// Refuses a count that the file is too short for before memory is asked for it: a number takes two bytes as
    /// text.
    private int requireRoom(PlyHeader.Element element) {
        long rowBytes = header.format().equals("ascii")
                ? element.properties().size() * 2L - 1
                : element.properties().stream()
                        .mapToLong(property -> property.type().bytes())
                        .sum();
        if (element.count() * rowBytes > bytes.length) {
            throw PlyHeader.refuse(
                    fileName, "%d vertices are announced, the file is too short for them".formatted(element.count()));
        }
        return (int) element.count();
    }

    private static int[] columns(List<PlyHeader.Property> properties, String... names) {
        int[] columns = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            columns[i] = -1;
            for (int k = 0; k < properties.size(); k++) {
                if (properties.get(k).name().equals(names[i])) {
                    columns[i] = k;
                }
            }
            if (columns[i] < 0) {
                return null;
            }
        }
        return columns;
    }
}
