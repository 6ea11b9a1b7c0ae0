package io.alphapanda.local.kafkasource;

/// How the wait before retry n (counted from 1) grows: delay * 2^n, or delay * n.
public enum BackoffPolicy {
    EXPONENTIAL,
    LINEAR
}
