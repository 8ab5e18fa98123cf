-- A Vorlage without a gap says which Handlungsfeld it is about, so that it has the same figures as one of a gap. One of a gap has its.
alter table kim.vorlage add column handlungsfeld text references ref.handlungsfeld (code) on delete restrict;
alter table kim.vorlage add constraint vorlage_thema_frei check (luecke_id is null or handlungsfeld is null);
