/// Orders of all active brokers, newest first.
package io.alphapanda.api.order;
