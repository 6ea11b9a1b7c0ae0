package io.alphapanda.api.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/// A range of addresses, `10.0.0.0/8` or `2001:db8::/32`; an address alone is a range of one.
///
/// @param network its first address
/// @param bits    how many of the first bits all of them share
record Cidr(byte[] network, int bits) {

    /// @throws IllegalArgumentException if it is none
    static Cidr of(String text) {
        var slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no address or range"));
        var most = address.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("'" + text + "' must share 0 to " + most + " bits");
        }
        return new Cidr(address.getAddress(), bits);
    }

    /// An address written as such; no name is looked up.
    static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean holds(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        if (!Arrays.equals(bytes, 0, whole, network, 0, whole)) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || (bytes[whole] ^ network[whole]) >> (Byte.SIZE - rest) == 0;
    }
}
