-- Signed on the screen: the lines that were drawn, sealed.
alter table kim.einwilligung drop constraint einwilligung_form_check;
alter table kim.einwilligung add constraint einwilligung_form_check check (form in ('papier', 'muendlich', 'bildschirm'));
alter table kim.einwilligung add column unterschrift bytea;
alter table kim.einwilligung add check (form <> 'bildschirm' or unterschrift is not null);
