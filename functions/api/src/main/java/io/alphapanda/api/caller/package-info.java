/// Who asks, and what their role lets them.
package io.alphapanda.api.caller;
