package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.frame.CameraRecord;
import studio.diorama.dataset.frame.FrameJson;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.frame.FrameRecord.DeviceRecord;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// Writes frames into folders that appear whole or not at all: written aside, forced to the disk, then renamed.
final class FramePublisher {

    private final DatasetFolder folder;
    private final SceneAssets assets;
    private final DeviceRecord device;
    private final String attempt;

    /// @param attempt tells apart what two workers write at once
    FramePublisher(DatasetFolder folder, SceneAssets assets, DeviceRecord device, String attempt) {
        this.folder = requireNonNull(folder, "folder is null");
        this.assets = requireNonNull(assets, "assets is null");
        this.device = requireNonNull(device, "device is null");
        this.attempt = requireNonNull(attempt, "attempt is null");
    }

    /// Writes a frame aside.
    ///
    /// @return its folder, out of sight until [#publish]
    Path write(RenderedFrame rendered) throws IOException {
        Path aside =
                folder.unfinished().resolve(DatasetFolder.name(rendered.frame().frame()) + "-" + attempt);
        delete(aside);
        Files.createDirectories(aside);
        ObjectLabels labels = new ObjectLabels(rendered.frame(), assets);
        List<CameraRecord> cameras = new ArrayList<>();
        for (int i = 0; i < rendered.cameras().size(); i++) {
            ResolvedCamera camera = rendered.frame().cameras().get(i);
            RenderedFrame.View view = rendered.cameras().get(i);
            FrameCamera calibration = camera.calibration();
            cameras.add(new CameraRecord(
                    camera.id(),
                    calibration,
                    labels.of(calibration, camera.width(), camera.height(), view.objects()),
                    writeLayers(aside.resolve(camera.id()), view.planes())));
        }
        FrameRecord record =
                new FrameRecord(FrameRecord.FORMAT, CodeVersion.CURRENT, device, rendered.frame(), cameras);
        Files.write(aside.resolve("frame.json"), FrameJson.mapper().writeValueAsBytes(record));
        return aside;
    }

    private static Map<String, String> writeLayers(Path cameraFolder, Map<Layer, Plane> planes) throws IOException {
        Files.createDirectories(cameraFolder);
        Map<String, String> hashes = new TreeMap<>();
        for (Map.Entry<Layer, Plane> entry : planes.entrySet()) {
            LayerFiles.write(cameraFolder, entry.getKey(), entry.getValue());
            hashes.put(entry.getKey().fileName(), LayerValues.hash(entry.getKey(), entry.getValue()));
        }
        return hashes;
    }

    /// Makes a frame appear.
    ///
    /// @throws DioramaException with [ErrorCode#CONFLICT] where another worker published other pixels: both
    /// are kept
    void publish(Path aside, long frame) throws IOException {
        Path target = folder.frame(frame);
        Files.createDirectories(target.getParent());
        force(aside);
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            requireSame(aside, frame);
        } catch (IOException e) {
            if (!folder.hasFrame(frame)) {
                throw e;
            }
            requireSame(aside, frame);
        }
        forceFolder(target.getParent());
    }

    private void requireSame(Path aside, long frame) throws IOException {
        FrameRecord ours = DatasetFolder.readRecord(aside);
        if (ours.samePixels(folder.readFrame(frame))) {
            delete(aside);
            return;
        }
        Path kept = quarantine(aside, frame);
        throw new DioramaException(
                ErrorCode.CONFLICT,
                "NOT_DETERMINISTIC: frame %d was published with other pixels. Both are kept; ours is quarantine/%s."
                        .formatted(frame, kept.getFileName()));
    }

    /// Puts a frame where nobody takes it for good.
    Path quarantine(Path aside, long frame) throws IOException {
        Files.createDirectories(folder.quarantine());
        Path kept = folder.quarantine().resolve(DatasetFolder.name(frame) + "-" + attempt);
        delete(kept);
        return Files.move(aside, kept);
    }

    /// Forces files and folders to the disk, so that a frame that appears is whole after a power cut.
    private static void force(Path aside) throws IOException {
        try (Stream<Path> files = Files.walk(aside)) {
            for (Path file : files.toList()) {
                if (Files.isDirectory(file)) {
                    forceFolder(file);
                } else {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
        }
    }

    private static void forceFolder(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
