/** Runs a statement past every wall. */
export type Admin = (statement: string, values?: unknown[]) => Promise<unknown>;

export type Menge = {
  readonly kreis: string;
  readonly traeger: readonly { readonly traegerId: string; readonly kontoId: string }[];
  readonly count: number;
  /** ISO days, the last one included; consultations are spread over them, a few more in the later ones. */
  readonly von: string;
  readonly bis: string;
  /** Persons of each Träger; every third consultation is with one of them. */
  readonly personen: number;
};

/** The 19 Kommunen of the Rhein-Sieg-Kreis by their keys and names; at home in the code list of Kommunen. */
const KOMMUNEN = `insert into kim.kommune (kreis, ags, name)
  select kreis, code, name from ref.kommune where kreis = $1 on conflict do nothing`;

/** Weighted by a power: the first of a list most often. */
const pick = (list: string, column = "code") =>
  `(select array_agg(${column} order by rang) from ref.${list})[1 + floor(power(random(), 2) * least(12, (select count(*) from ref.${list})))::int]`;

/**
 * Invents consultations with themes and persons in a few statements, past the commands of the application: for measuring
 * and for pictures. The same on every run.
 */
export async function inventBeratungen(admin: Admin, menge: Menge): Promise<void> {
  const { kreis, traeger, count, von, bis, personen } = menge;
  await admin(KOMMUNEN, [kreis]);
  for (const [i, { traegerId, kontoId }] of traeger.entries()) {
    const own = [kreis, traegerId, kontoId];
    await admin(
      `insert into kim.person (kreis, traeger_id, konto_id, name) select $1, $2, $3, '' from generate_series(1, $4::int)`,
      [...own, personen],
    );
    await admin(
      `with zufall as materialized (select setseed($5)), orte as (
         select array_agg(ags order by ags) as ags from kim.kommune where kreis = $1
       )
       insert into kim.beratung (kreis, traeger_id, konto_id, am, stufe, kontaktweg, dauer_min, ags, sprache,
         verstaendigung, ergebnis, neuzuweisung)
       select $1, $2, $3, $6::date + floor(power(random(), 0.8) * ($7::date - $6::date + 1))::int,
         (array['1', '1', '1', '1', '1', '2', '2', '2', '2', '0'])[1 + floor(random() * 10)::int],
         ${pick("kontaktweg")}, 30, ags[1 + floor(power(random(), 1.3) * array_length(ags, 1))::int],
         ${pick("sprache")}, ${pick("verstaendigung")}, ${pick("ergebnis")}, random() < 0.1
       from zufall, orte, generate_series(1, $4::int)`,
      [...own, Math.ceil(count / traeger.length), 0.1 + i / 100, von, bis],
    );
  }
  // Foreign keys of a table that the server knows nothing about yet may be checked along the wrong index.
  await admin("analyze kim.beratung");
  await admin("analyze kim.person");
  await admin(
    `insert into kim.beratung_thema (kreis, beratung_id, traeger_id, konto_id, handlungsfeld)
     select b.kreis, b.id, b.traeger_id, b.konto_id, h.code
     from kim.beratung b, ref.handlungsfeld h
     where b.kreis = $1 and (abs(hashtext(b.id::text || h.code)) % 1000 < 400 / h.rang or h.rang = 1 + abs(hashtext(b.id::text)) % 7)
     on conflict do nothing`,
    [kreis],
  );
  await admin(
    `with leute as (
       select traeger_id, array_agg(id order by id) as ids from kim.person where kreis = $1 group by traeger_id
     )
     insert into kim.beratung_person (kreis, beratung_id, person_id, traeger_id, konto_id, am)
     select b.kreis, b.id, ids[1 + abs(hashtext(b.id::text)) % array_length(ids, 1)], b.traeger_id, b.konto_id, b.am
     from kim.beratung b join leute using (traeger_id) where b.kreis = $1 and b.stufe = '2'
     on conflict do nothing`,
    [kreis],
  );
}
