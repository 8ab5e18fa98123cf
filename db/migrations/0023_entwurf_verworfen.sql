-- What was thrown away can be taken back for a day; then the worker deletes it.
alter table kim.entwurf add column verworfen timestamptz;
