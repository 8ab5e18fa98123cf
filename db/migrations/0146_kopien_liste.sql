-- The list of received copies is in the order of the day they were sent, over all kinds: without this it reads all there ever were.
create index on kim.freigabe (kreis, an_traeger_id, gesendet_am desc, id desc);
