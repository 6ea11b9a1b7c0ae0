/// A strategy as a person writes it down, and the rules there are. The strategy-runner runs them; who looks before a
/// start, such as the pre-flight, must read them the same way.
package io.alphapanda.stage.strategy;
