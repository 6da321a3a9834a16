package studio.diorama.worker.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessHandlesTest {

    private static final int MANY = 50;

    @BeforeEach
    void onLinux() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "Only Linux tells what a process has open");
    }

    @Test
    void openFilesAndConnectionsAreCounted(@TempDir Path folder) throws IOException {
        ProcessHandles before = now();
        FileChannel[] files = new FileChannel[MANY];
        ServerSocket[] sockets = new ServerSocket[MANY];
        for (int i = 0; i < MANY; i++) {
            files[i] = FileChannel.open(Files.createFile(folder.resolve("file-" + i)));
            sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        }
        ProcessHandles opened = now();
        for (int i = 0; i < MANY; i++) {
            files[i].close();
            sockets[i].close();
        }
        // Other threads of this process may open and close something meanwhile.
        assertThat(opened.files() - before.files()).isBetween(2 * MANY - 20, 2 * MANY + 20);
        assertThat(opened.connections() - before.connections()).isBetween(MANY - 20, MANY + 20);
        assertThat(now().files()).isLessThan(opened.files() - MANY);
        assertThat(opened.threads()).isPositive();
    }

    private static ProcessHandles now() {
        return ProcessHandles.of(ProcessHandle.current().pid(), 0);
    }
}
