/// At full speed the feed runs as fast as its followers read: how far they are behind, and when to wait for them.
package io.alphapanda.feed.pace;
