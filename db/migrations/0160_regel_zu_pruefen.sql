-- What nobody could check of the law is told beside it, for those who know it to look at: of one sentence, or of a whole way.
alter table ref.regel add column zu_pruefen text;
alter table ref.perspektive add column zu_pruefen text;
