package io.alphapanda.api.broker;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param brokers every active account, in alphabetical order
@Schema(description = "Every active account")
public record BrokerPage(List<BrokerLine> brokers) {}
