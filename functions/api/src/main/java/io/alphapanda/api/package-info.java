/// The read layer over all brokers: it answers, it never decides and never writes.
package io.alphapanda.api;
