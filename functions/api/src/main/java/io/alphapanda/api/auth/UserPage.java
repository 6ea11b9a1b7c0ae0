package io.alphapanda.api.auth;

import java.util.List;

/// @param users in alphabetical order
public record UserPage(List<UserLine> users) {}
