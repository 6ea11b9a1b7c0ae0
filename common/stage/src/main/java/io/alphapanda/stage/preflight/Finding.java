package io.alphapanda.stage.preflight;

import java.util.Optional;

/// What a check has to say of one thing.
///
/// @param check   its name
/// @param level   how it weighs
/// @param subject what it is about: an account, a store, a market
/// @param words   what was seen, for people
/// @param fix     what to do; empty where nothing is to be done
public record Finding(String check, Level level, String subject, String words, Optional<String> fix) {}
