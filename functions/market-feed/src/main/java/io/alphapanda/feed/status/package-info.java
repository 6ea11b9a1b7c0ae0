/// How the feed is getting on.
package io.alphapanda.feed.status;
