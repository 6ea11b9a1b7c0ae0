package io.alphapanda.local.kafkasource;

/// Takes one request and blocks until its answer; never throws for what the other side does.
@FunctionalInterface
interface Sink {
    Answer post(EventRequest request);
}
