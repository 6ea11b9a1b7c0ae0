package io.alphapanda.domain.market;

/// A batch's place in its shard: the publisher's epoch, then a count.
///
/// @param epoch handed out with the publisher's lease; grows with every publisher, across streams
/// @param n     counts up from 1 within the stream and shard; a successor goes on counting
public record BatchSequence(long epoch, long n) implements Comparable<BatchSequence> {

    public static final BatchSequence NONE = new BatchSequence(0, 0);

    public BatchSequence {
        if (epoch < 0 || n < 0) {
            throw new IllegalArgumentException("batch sequence " + epoch + "/" + n + " must not be below 0");
        }
    }

    @Override
    public int compareTo(BatchSequence other) {
        return epoch != other.epoch ? Long.compare(epoch, other.epoch) : Long.compare(n, other.n);
    }

    @Override
    public String toString() {
        return epoch + "/" + n;
    }
}
