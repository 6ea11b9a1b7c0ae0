package io.alphapanda.runner;

/// What a signal follows from.
///
/// @param batchId     id of the batch
/// @param traceparent W3C trace context; empty where the batch brought none
record Cause(String batchId, String traceparent) {}
