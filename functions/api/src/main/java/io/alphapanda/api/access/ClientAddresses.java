package io.alphapanda.api.access;

import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where a request really came from. A proxy says for whom it asks (`X-Forwarded-For`), and anybody else can
/// say so too: it is believed of configured proxies alone, from the last one backwards.
@Singleton
@Startup
final class ClientAddresses {

    private static final String KEY = "panda.api.proxies";

    /// Of an IPv6 address the network counts: a client has as many addresses in it as it likes.
    private static final int IPV6_NETWORK = 8;

    private final List<Cidr> proxies;

    /// @param proxies addresses or ranges of the proxies before this process, separated by commas; of others
    ///                `X-Forwarded-For` is not believed
    ClientAddresses(@ConfigProperty(name = "panda.api.proxies") Optional<List<String>> proxies) {
        try {
            this.proxies = proxies.orElse(List.of()).stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(Cidr::of)
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(
                    KEY + ": " + wrong.getMessage() + "; list them like 10.42.0.0/16,10.0.0.7");
        }
    }

    /// @param peer      who is connected
    /// @param forwarded every `X-Forwarded-For`, in the order received
    /// @return the client, as an address; of IPv6 its network
    String of(String peer, List<String> forwarded) {
        var client = peer;
        var claimed = forwarded.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        for (int i = claimed.size() - 1; i >= 0 && isProxy(client); i--) {
            if (Cidr.address(claimed.get(i)).isEmpty()) {
                break;
            }
            client = claimed.get(i);
        }
        return Cidr.address(client).map(ClientAddresses::name).orElse("unknown");
    }

    private boolean isProxy(String address) {
        return Cidr.address(address)
                .filter(each -> proxies.stream().anyMatch(range -> range.holds(each)))
                .isPresent();
    }

    private static String name(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 4 || address.isLoopbackAddress()) {
            return address.getHostAddress();
        }
        Arrays.fill(bytes, IPV6_NETWORK, bytes.length, (byte) 0);
        var text = new StringBuilder();
        for (int i = 0; i < IPV6_NETWORK; i += 2) {
            text.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff))
                    .append(':');
        }
        return text.append(":/64").toString();
    }
}
