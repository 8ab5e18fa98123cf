-- Rows that stayed behind when a list was taken over can be mended and taken over afterwards.
alter table kim.uebernahme add column bisher jsonb;
