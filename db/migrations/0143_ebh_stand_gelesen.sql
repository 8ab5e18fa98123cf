-- What the naturalisation authority says of a copy is news until somebody of the file read it. Noted at the file's own side, which the
-- authority never sees.
alter table kim.freigabe_akte
  add column ebh_gelesen      text,
  add column ebh_gelesen_seit date;
