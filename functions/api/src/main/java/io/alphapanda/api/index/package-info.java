/// What this service is and where to go from here.
package io.alphapanda.api.index;
