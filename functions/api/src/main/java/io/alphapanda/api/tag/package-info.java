/// Answers that carry a tag, so that who asks again is told no more than that nothing has changed.
package io.alphapanda.api.tag;
