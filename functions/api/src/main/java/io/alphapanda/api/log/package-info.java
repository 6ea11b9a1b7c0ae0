/// The house's log: what every room has logged, as it lies in Redis, one capped stream a channel.
package io.alphapanda.api.log;
