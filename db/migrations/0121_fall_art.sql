-- MuKi-S has cases of its own kind: about a child, with whoever cares for it and its Kita.
alter table kim.fall add column art text not null default 'cm' check (art in ('cm', 'mukis'));
