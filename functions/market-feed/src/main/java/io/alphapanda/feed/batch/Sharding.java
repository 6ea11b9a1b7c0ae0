package io.alphapanda.feed.batch;

import io.alphapanda.domain.instrument.InstrumentId;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Which shard an instrument belongs to: CRC-32 of its name, modulo the number of shards. Part of a stream's identity,
/// so it never depends on a library's idea of a hash.
///
/// @param shards 1 to 64; the topic's number of partitions
public record Sharding(int shards) {

    public static final int MOST = 64;

    public int of(InstrumentId instrument) {
        var crc = new CRC32();
        crc.update(instrument.toString().getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % shards);
    }
}
