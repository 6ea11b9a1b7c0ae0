package io.alphapanda.stage.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What becomes of a room's log besides the console. Numbers come as text, so that [LogSettings] refuses a bad one in
/// its own words.
@ConfigMapping(prefix = "panda.logs")
public interface LogConfiguration {

    /// Whether records also go to Redis, for the api to show.
    @WithDefault("true")
    boolean shared();

    /// Lines a channel keeps, about, 100 to 1000000.
    @WithDefault("5000")
    String lines();

    /// Hours a line is kept at most, about, 1 to 8784.
    @WithDefault("72")
    String hours();

    /// Lines that may wait for Redis, 100 to 100000; what finds no room is lost and counted.
    @WithDefault("2000")
    String queue();
}
