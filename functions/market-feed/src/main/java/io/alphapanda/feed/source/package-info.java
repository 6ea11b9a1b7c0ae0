/// Where ticks come from: recorded files, the trades that come with the house, a random walk. A source can be opened
/// again and again and gives the same ticks at the same positions every time; recovery is built on that.
package io.alphapanda.feed.source;
