-- A draft knows which record it is about. What was begun before says so inside, or not at all.
alter table kim.entwurf add column gegenstand uuid;
