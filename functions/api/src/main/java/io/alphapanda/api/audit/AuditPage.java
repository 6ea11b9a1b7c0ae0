package io.alphapanda.api.audit;

import java.util.List;
import java.util.Optional;

/// @param entries    newest first
/// @param nextCursor null on the last page
public record AuditPage(List<AuditLine> entries, Optional<String> nextCursor) {}
