/// The brokers a house is configured for. A broker is a name for one account; what differs between brokers is
/// configuration and the kind, never an `if` on the name.
package io.alphapanda.stage.broker;
