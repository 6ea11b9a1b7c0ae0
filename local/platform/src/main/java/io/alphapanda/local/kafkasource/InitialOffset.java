package io.alphapanda.local.kafkasource;

/// Where a consumer group without committed offsets begins.
public enum InitialOffset {
    EARLIEST,
    LATEST
}
