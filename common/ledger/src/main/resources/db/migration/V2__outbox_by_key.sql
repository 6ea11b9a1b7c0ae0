-- What is still to be sent before an event: looked up with every decision, by topic and key. Without it the look-up reads
-- all unsent events of the lane, of which there are many whenever its topic is away.
create index outbox_unsent_of_key on outbox (stage, broker, topic, partition_key, id) where sent_at is null;
