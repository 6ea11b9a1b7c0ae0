/// How this room reads the views in Redis.
package io.alphapanda.api.redis;
