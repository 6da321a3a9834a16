package studio.diorama.models.cameranoise;

import java.io.IOException;

/// Where finished pictures go, one at a time, in the order of their sources.
@FunctionalInterface
public interface NoiseSink {

    void accept(NoisePair pair) throws IOException;
}
