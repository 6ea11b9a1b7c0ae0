/// What people did: written before it is done, and its outcome after.
package io.alphapanda.api.audit;
