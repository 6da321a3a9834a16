package studio.diorama.render.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compute programs by their file and what they are to know; those not used for longest are given up.
final class ProgramStore implements AutoCloseable {

    private static final int KEPT = 48;

    private final Map<Key, GlProgram> programs = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(String file, List<String> defines) {}

    GlProgram compute(String file, String... defines) {
        Key key = new Key(file, List.of(defines));
        GlProgram program = programs.get(key);
        if (program == null) {
            program = GlProgram.compute(file, defines);
            programs.put(key, program);
            if (programs.size() > KEPT) {
                Key oldest = programs.keySet().iterator().next();
                programs.remove(oldest).close();
            }
        }
        return program;
    }

    @Override
    public void close() {
        programs.values().forEach(GlProgram::close);
    }
}
