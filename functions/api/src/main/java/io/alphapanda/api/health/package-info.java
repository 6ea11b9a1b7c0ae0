/// A short word on how this service is; the long one is at `/q/health`.
package io.alphapanda.api.health;
