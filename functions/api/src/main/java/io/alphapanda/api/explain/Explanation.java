package io.alphapanda.api.explain;

import io.alphapanda.api.idea.Idea;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One idea from its tick to its profit or loss, in every lane side by side.
///
/// @param idea  what the strategy wanted
/// @param lanes by broker; never to be summed, some may be paper and some live
@Schema(description = "One idea from its tick to its profit or loss, in every lane side by side")
public record Explanation(Idea idea, List<LaneStory> lanes) {}
