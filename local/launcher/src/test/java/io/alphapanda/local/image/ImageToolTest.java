package io.alphapanda.local.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageToolTest {

    @Test
    void aMachineWithoutAToolIsToldWhatIsMissingOfEach() {
        assertThatThrownBy(() -> ImageTool.find(List.of("no-such-podman", "false")))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("no-such-podman is not on the PATH")
                .hasMessageContaining("false is there but does not work");
    }

    @Test
    void theRoomTheBaseAndTheVersionAreArgumentsOfTheBuild() {
        assertThat(new ImageTool("podman").build("api", "jvm", "jre@sha256:1", "1.2"))
                .containsSubsequence("-f", "functions/Dockerfile.jvm")
                .contains("ROOM=api", "BASE=jre@sha256:1", "VERSION=1.2", "alpha-panda/api:1.2");
        assertThat(new ImageTool("docker").build("api", "native", "", "1.2")).doesNotContain("BASE=");
    }
}
