/// What a room's image rests on: sample events of every room, the training of its AOT cache with them, and the
/// measure of how fast the first event is answered.
package io.alphapanda.local.image;
