package io.alphapanda.api.alert;

import io.alphapanda.api.watching.AlertCode;
import io.alphapanda.api.watching.Severity;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param rules in the order in which they are watched
@Schema(description = "Everything the watch of the house can tell")
public record RulePage(List<Line> rules) {

    /// @param code     as in alerts
    /// @param category what it is about
    /// @param severity how urgent it is
    /// @param meaning  when it is raised
    @Schema(name = "AlertRule", description = "Something the watch of the house can tell")
    public record Line(AlertCode code, AlertCode.Category category, Severity severity, String meaning) {}

    static RulePage all() {
        return new RulePage(Arrays.stream(AlertCode.values())
                .map(each -> new Line(each, each.category(), each.severity(), each.meaning()))
                .toList());
    }
}
