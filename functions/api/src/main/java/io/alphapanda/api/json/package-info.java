/// How answers are written.
package io.alphapanda.api.json;
