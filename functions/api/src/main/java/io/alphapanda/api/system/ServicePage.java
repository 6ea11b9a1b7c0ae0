package io.alphapanda.api.system;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param services every stage of a house, in the order of the flow
@Schema(description = "Every stage of the house and its processes")
public record ServicePage(List<ServiceLine> services) {}
