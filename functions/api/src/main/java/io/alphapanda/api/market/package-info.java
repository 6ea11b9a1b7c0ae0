/// What things are worth at the moment.
package io.alphapanda.api.market;
