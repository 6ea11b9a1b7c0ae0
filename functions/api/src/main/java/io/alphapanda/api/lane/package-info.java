/// Which brokers are shown, and as what.
package io.alphapanda.api.lane;
