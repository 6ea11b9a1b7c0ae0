package io.alphapanda.local.kafkasource;

import java.util.concurrent.atomic.LongAdder;

/// What a source counts, over all its consumers.
final class Counters {
    final LongAdder delivered = new LongAdder();
    final LongAdder retries = new LongAdder();
    final LongAdder deadLettered = new LongAdder();
    final LongAdder deadLetterFailed = new LongAdder();
}
