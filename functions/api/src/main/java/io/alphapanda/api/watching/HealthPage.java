package io.alphapanda.api.watching;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param history newest first: an entry for each change, and one every five minutes
@Schema(description = "How the house was, newest first")
public record HealthPage(List<HouseHealth> history) {}
