/// A PingSource, as Knative Eventing v1 has it, on one machine.
package io.alphapanda.local.pingsource;
