/// Strategies as they are defined, newest version.
package io.alphapanda.api.strategy;
