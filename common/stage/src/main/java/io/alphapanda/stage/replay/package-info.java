/// Looks at dead letters and gives them back to the topic they came from. Plain classes over Kafka's client, JDBC and
/// the doors' own rules, without a container: a command on a laptop and a job in a cluster both call them.
///
/// ```
/// <topic>.dlq ─▶ DeadLetterTopics ─▶ DeadLetter ─▶ Examination ─▶ Refused(reason, detail): it stays
///                                                  the doors'     Replayable
///                                                  own rules         └─▶ DeadLetterReplay ─▶ <topic>, all as it was
///                                                                                         └▶ ReplayLedger: marked
/// ```
/// Where a letter goes is told by the name of the topic it lies in, never by anything it says. A mark that is lost
/// means the same event under the same id once more, which the inbox recognises.
package io.alphapanda.stage.replay;
