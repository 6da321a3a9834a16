package studio.diorama.backend.asset;

/// Names of uploaded files: shown, and written into archives, but never a path of this machine.
final class FileNames {

    private FileNames() {}

    /// What follows the last slash of either kind; leading dots become underscores.
    static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String visible = last.startsWith(".") ? "_" + last.substring(1) : last;
        return visible.isBlank() ? "file" : visible;
    }
}
