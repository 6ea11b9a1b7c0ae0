package io.alphapanda.local.kafkasource;

/// How records of one partition follow each other: one in flight at a time, or up to 99 in flight and no order at all.
public enum Ordering {
    ORDERED,
    UNORDERED
}
