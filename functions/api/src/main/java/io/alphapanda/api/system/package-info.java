/// What runs: this service, and every process that says that it is there.
package io.alphapanda.api.system;
