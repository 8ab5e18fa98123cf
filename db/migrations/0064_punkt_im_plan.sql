-- An open item of a case may become a step of its plan: which one, by the thread that a step keeps through all versions.
alter table kim.vereinbarung
  add column schritt_faden uuid,
  drop constraint vereinbarung_stand_check,
  add constraint vereinbarung_stand_check check (stand in ('offen', 'erledigt', 'entfallen', 'im_plan')),
  add constraint vereinbarung_faden_check check ((stand = 'im_plan') = (schritt_faden is not null));
