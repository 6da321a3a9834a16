package studio.diorama.worker.cli;

import studio.diorama.persistence.config.Configuration;

/// The release that manifests name.
final class Version {

    static final String OF_CODE = Configuration.load().version();

    private Version() {}
}
