package io.alphapanda.stage.broker;

/// The configuration can't be used; the message names the field, the value, the bound and the fix, and is all a
/// person needs to see.
public final class ConfigurationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public ConfigurationException(String message) {
        super(message);
    }
}
