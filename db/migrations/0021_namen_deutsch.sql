-- Names stand in the order in which Germans look for them: ä beside a, ß as ss, capitals beside small letters, "Standort 2" before
-- "Standort 10". The column itself says so, and no query has to. Equal is still only what is written alike.
create collation kim.deutsch (provider = icu, locale = 'de-u-kn-true');
alter table kim.kommune alter column name type text collate kim.deutsch;
alter table kim.traeger alter column name type text collate kim.deutsch;
alter table kim.standort alter column name type text collate kim.deutsch;
alter table kim.stelle alter column bezeichnung type text collate kim.deutsch;
