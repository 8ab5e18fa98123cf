-- An indicator that is taken away stays with what was measured: a paper about the time before calls what there was.
alter table kim.indikator add column entfernt_am date;
