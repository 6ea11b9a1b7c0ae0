package io.alphapanda.api.session;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Every active account's login, in alphabetical order.
@Schema(description = "Every active account's login")
public record SessionPage(List<SessionLine> sessions) {}
