package studio.diorama.geometry.internal.obj;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.internal.BoundedBytes;
import studio.diorama.geometry.internal.Numbers.Floats;
import studio.diorama.geometry.internal.Numbers.Ints;
import studio.diorama.geometry.io.ObjFile;

/// Reads the lines of an OBJ file; what it does not know (curves, smoothing, display hints) it passes over.
public final class ObjParser {

    private static final int MAX_LINE = 1 << 20;

    private final String fileName;
    private final int maxTriangles;
    private final Floats positions = new Floats();
    private final Floats texcoords = new Floats();
    private final Floats normals = new Floats();
    private final Ints faceStarts = new Ints();
    private final Ints cornerPositions = new Ints();
    private final Ints cornerTexcoords = new Ints();
    private final Ints cornerNormals = new Ints();
    private final Ints faceMaterials = new Ints();
    private final Ints faceGroups = new Ints();
    private final Map<String, Integer> materials = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final List<String> libraries = new ArrayList<>();
    private boolean grouped;
    private int material = -1;
    private int group = -1;
    private long triangles;
    private int line;

    public ObjParser(String fileName, int maxTriangles) {
        this.fileName = fileName;
        this.maxTriangles = maxTriangles;
    }

    public ObjFile parse(byte[] bytes) {
        int from = 0;
        String before = "";
        while (from < bytes.length) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            line++;
            if (end - from + before.length() > MAX_LINE) {
                throw refuse("a line of at most %d characters expected, got a longer one".formatted(MAX_LINE));
            }
            String text = before + new String(bytes, from, end - from, StandardCharsets.UTF_8);
            boolean goesOn = text.endsWith("\\");
            before = goesOn ? text.substring(0, text.length() - 1) + " " : "";
            if (!goesOn) {
                statement(text);
            }
            from = end + (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? 2 : 1);
        }
        statement(before);
        faceStarts.add(cornerPositions.size());
        requireNumbers(cornerPositions, positions.size() / 3, "vertices");
        requireNumbers(cornerTexcoords, texcoords.size() / 2, "texture vertices");
        requireNumbers(cornerNormals, normals.size() / 3, "normals");
        return new ObjFile(
                positions.toArray(),
                texcoords.toArray(),
                normals.toArray(),
                faceStarts.toArray(),
                cornerPositions.toArray(),
                cornerTexcoords.toArray(),
                cornerNormals.toArray(),
                faceMaterials.toArray(),
                faceGroups.toArray(),
                List.copyOf(materials.keySet()),
                List.copyOf(groups.keySet()),
                libraries);
    }

    private void statement(String text) {
        StringTokenizer tokens = new StringTokenizer(text, " \t\f");
        if (!tokens.hasMoreTokens()) {
            return;
        }
        switch (tokens.nextToken()) {
            case "v" -> numbers(tokens, positions, 3, 3);
            case "vt" -> numbers(tokens, texcoords, 2, 1);
            case "vn" -> numbers(tokens, normals, 3, 3);
            case "f" -> face(tokens);
            case "usemtl" -> material = number(materials, rest(tokens));
            case "g" -> {
                grouped = true;
                group = number(groups, rest(tokens));
            }
            case "o" -> group = grouped ? group : number(groups, rest(tokens));
            case "mtllib" -> libraries.add(rest(tokens));
            default -> {
                // Comments, and statements without a triangle in them.
            }
        }
    }

    private static int number(Map<String, Integer> names, String name) {
        names.putIfAbsent(name, names.size());
        return names.get(name);
    }

    private static String rest(StringTokenizer tokens) {
        return tokens.hasMoreTokens() ? tokens.nextToken("\n").strip() : "";
    }

    private void numbers(StringTokenizer tokens, Floats to, int count, int least) {
        for (int i = 0; i < count; i++) {
            if (!tokens.hasMoreTokens() && i >= least) {
                to.add(0);
                continue;
            }
            String token = tokens.hasMoreTokens() ? tokens.nextToken() : "nothing";
            float value;
            try {
                value = Float.parseFloat(token);
            } catch (NumberFormatException e) {
                value = Float.NaN;
            }
            if (!Float.isFinite(value)) {
                throw refuse("a finite number expected, got '%s'".formatted(BoundedBytes.shown(token)));
            }
            to.add(value);
        }
    }

    private void face(StringTokenizer tokens) {
        int start = cornerPositions.size();
        while (tokens.hasMoreTokens()) {
            corner(tokens.nextToken());
        }
        int corners = cornerPositions.size() - start;
        if (corners < 3) {
            throw refuse("a face of at least 3 corners expected, got %d".formatted(corners));
        }
        triangles += corners - 2;
        if (triangles > maxTriangles) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE,
                    "%s: at most %d triangles expected, got more".formatted(fileName, maxTriangles));
        }
        faceStarts.add(start);
        faceMaterials.add(material);
        faceGroups.add(group);
    }

    private void corner(String token) {
        int first = token.indexOf('/');
        int second = first < 0 ? -1 : token.indexOf('/', first + 1);
        String vertex = first < 0 ? token : token.substring(0, first);
        String texture = first < 0 ? "" : token.substring(first + 1, second < 0 ? token.length() : second);
        String normal = second < 0 ? "" : token.substring(second + 1);
        if (vertex.isEmpty()) {
            throw refuse("a vertex number expected, got '%s'".formatted(BoundedBytes.shown(token)));
        }
        cornerPositions.add(reference(vertex, positions.size() / 3));
        cornerTexcoords.add(texture.isEmpty() ? -1 : reference(texture, texcoords.size() / 2));
        cornerNormals.add(normal.isEmpty() ? -1 : reference(normal, normals.size() / 3));
    }

    /// Numbers count from 1; negative ones back from the last that has been read.
    private int reference(String token, int soFar) {
        int number;
        try {
            number = Integer.parseInt(token);
        } catch (NumberFormatException e) {
            number = 0;
        }
        int result = number < 0 ? soFar + number : number - 1;
        if (number == 0 || result < 0) {
            throw refuse("a number from 1, or from -1 to -%d, expected, got '%s'"
                    .formatted(soFar, BoundedBytes.shown(token)));
        }
        return result;
    }

    private void requireNumbers(Ints corners, int count, String what) {
        for (int i = 0; i < corners.size(); i++) {
            if (corners.get(i) >= count) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "%s: faces ask for number %d of %d %s".formatted(fileName, corners.get(i) + 1, count, what));
            }
        }
    }

    private DioramaException refuse(String complaint) {
        return new DioramaException(ErrorCode.INVALID_INPUT, "%s, line %d: %s".formatted(fileName, line, complaint));
    }
}
