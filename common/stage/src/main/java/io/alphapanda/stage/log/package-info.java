/// What a room logs, for who looks at the whole house: beside the console, every record goes as one line of JSON to a
/// capped stream in Redis, one a channel, where the api reads it.
///
/// ```
/// record ──▶ LogHandler ──▶ LogQueue ──▶ LogWriter, twice a second ──▶ logs:<channel>
///                           full: lost, counted      Redis away: lost, counted
/// ```
///
/// It is the lesser good: no room waits for it or fails with it. The console has every record, whatever is lost here.
package io.alphapanda.stage.log;
