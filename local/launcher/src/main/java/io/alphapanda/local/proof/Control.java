package io.alphapanda.local.proof;

/// An experiment's negative control.
///
/// @param without the protection that is taken away
/// @param body    the same run without it; must throw a [Violation]
public record Control(String without, Body body) {}
