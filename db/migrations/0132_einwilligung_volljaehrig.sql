-- In which month somebody turns 18 for whom only the guardians agreed: then she is asked herself. The month, not the day: when she was born
-- stays sealed. The day itself the program asks where something leaves the file.
alter table kim.einwilligung add column volljaehrig_monat date check (extract(day from volljaehrig_monat) = 1);
