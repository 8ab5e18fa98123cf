-- What nobody could check of a sentence of the law is told beside it, for those who know it to look at.
alter table ref.regel add column zu_pruefen text;
