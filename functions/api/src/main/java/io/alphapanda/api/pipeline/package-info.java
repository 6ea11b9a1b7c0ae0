/// The pipeline's flow, stage by stage and lane by lane, as the ledger has it.
package io.alphapanda.api.pipeline;
