package studio.diorama.dataset.run;

import java.util.Optional;

/// Which Diorama made something.
final class CodeVersion {

    /// From the module's jar; `development` where it runs from class files.
    static final String CURRENT = Optional.ofNullable(
                    CodeVersion.class.getPackage().getImplementationVersion())
            .orElse("development");

    private CodeVersion() {}
}
