package io.alphapanda.stage.schema;

/// What has become of one field.
///
/// @param field    its path, `signal.quantity`, `ticks[].price`; empty for the data as a whole
/// @param what     happened
/// @param breaking whether a reader of yesterday or an event of yesterday is left behind
record SchemaChange(String field, String what, boolean breaking) {

    @Override
    public String toString() {
        return (field.isEmpty() ? "the data" : field) + ": " + what;
    }
}
