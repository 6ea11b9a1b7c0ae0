/// Events as they travel: CloudEvents in binary mode with JSON data. The one place that knows both the wire and the
/// domain's types.
package io.alphapanda.stage.event;
