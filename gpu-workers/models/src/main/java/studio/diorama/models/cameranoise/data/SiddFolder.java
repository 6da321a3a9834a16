package studio.diorama.models.cameranoise.data;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.models.cameranoise.fit.SiddName;

/// Imports the Smartphone Image Denoising Dataset (Abdelhamed, Lin, Brown, CVPR 2018) from its own folders,
/// with the split by which noise flows are compared (Kousha et al., CVPR 2022). The dataset itself is not part of
/// Diorama; its licence is between its authors and whoever downloads it.
public final class SiddFolder {

    /// Instances that the published comparison tests on.
    static final Set<Integer> TEST_INSTANCES = Set.of(
            54, 55, 57, 59, 60, 62, 63, 66, 150, 151, 152, 154, 155, 159, 160, 161, 163, 164, 165, 166, 198, 199);

    /// ISOs that the published comparison knows.
    static final Set<Integer> ISOS = Set.of(100, 400, 800, 1600, 3200);

    private SiddFolder() {}

    /// The published split's parts.
    public enum Part {
        TRAINING,
        TEST,
        /// Taken at an ISO that the comparison leaves out.
        UNUSED
    }

    /// A pair and what its folder says.
    public record SiddPair(PairFile files, SiddName name, Part part) {

        public SiddPair {
            requireNonNull(files, "files is null");
            requireNonNull(name, "name is null");
            requireNonNull(part, "part is null");
        }
    }

    /// @param folder the one that holds the instances' folders, or the dataset's folder with `Data/` in it
    /// @return sorted by camera, ISO and file name, never empty
    /// @throws DioramaException naming the folder or file that does not fit
    public static List<SiddPair> find(Path folder) {
        Path instances = Files.isDirectory(folder.resolve("Data")) ? folder.resolve("Data") : folder;
        return PairFolder.find(instances, Optional.empty(), OptionalInt.empty()).stream()
                .map(SiddFolder::named)
                .toList();
    }

    /// The pairs of one part.
    ///
    /// @throws DioramaException where there are none
    public static List<PairFile> find(Path folder, Part part) {
        List<PairFile> pairs = find(folder).stream()
                .filter(pair -> pair.part() == part)
                .map(SiddPair::files)
                .toList();
        if (pairs.isEmpty()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "%s holds no pairs of the part %s of SIDD's published split."
                            .formatted(folder.getFileName(), part));
        }
        return pairs;
    }

    static Part part(SiddName name) {
        if (TEST_INSTANCES.contains(name.instance())) {
            return Part.TEST;
        }
        return ISOS.contains(name.iso()) ? Part.TRAINING : Part.UNUSED;
    }

    private static SiddPair named(PairFile files) {
        SiddName name = SiddName.of(files.noisy().getParent())
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "%s lies in no folder of SIDD; expected names such as 0001_001_S6_00100_00060_3200_L."
                                .formatted(files.noisy().getFileName())));
        return new SiddPair(files, name, part(name));
    }
}
