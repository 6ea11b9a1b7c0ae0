/// Errors as problem details (RFC 9457): one list of types, one place that turns failures into answers.
package io.alphapanda.api.problem;
