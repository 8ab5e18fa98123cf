import { today } from "../../../platform/clock.ts";
import { dayIn } from "../../../platform/day.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Values, first } from "../../../platform/form.ts";
import { type Ortwahl, ortwahl, ownOrt } from "../../beratungen/index.ts";
import { type Codelisten, codelisten } from "../../codelisten/index.ts";
import { type Treffer } from "../../personen/index.ts";
import { REIHEN, besetzt, feldVon } from "../model/gespraech.ts";
import { themenValues } from "../model/themen.ts";
import { aehnliche } from "../rows/menschen.ts";
import type { Mitglied, Zuweisung } from "./zuweisungen.ts";

/** A row of the form: somebody of the list, or room for somebody whom it does not name; and who she may be that is there already. */
export type Platz = {
  readonly reihe: number;
  readonly mitglied: Mitglied | undefined;
  readonly treffer: readonly Treffer[];
};

export type Formular = {
  readonly z: Zuweisung;
  readonly plaetze: readonly Platz[];
  readonly listen: Codelisten;
  readonly orte: Ortwahl;
  readonly values: Values;
};

type Sitz = Mitglied | undefined;

/** Who has a row: everybody, in their order, and room for those whom nobody named. Of more than fit, those with a file are last. */
function sitzeOf({ mitglieder, menschen }: Zuweisung): Sitz[] {
  const frei = Array.from({ length: Math.max(0, Math.max(menschen, 1) - mitglieder.length) }, () => undefined);
  const alle: readonly Sitz[] = [...mitglieder, ...frei];
  const first = (hasFile: boolean) => alle.filter((one) => (one?.personId != null) === hasFile);
  return (alle.length > REIHEN ? [...first(false), ...first(true)] : [...alle]).slice(0, REIHEN);
}

/** What the list says of somebody, as her row shows it. */
const rowOf = (reihe: number, m: Mitglied): Values => ({
  [feldVon(reihe, "id")]: [m.id],
  [feldVon(reihe, "dabei")]: ["ja"],
  [feldVon(reihe, "vorname")]: [m.vorname],
  [feldVon(reihe, "nachname")]: [m.nachname],
  [feldVon(reihe, "geburtsdatum")]: [m.geburtsdatum ?? ""],
});

/** What stands in an empty form: what the list says, whatever nobody understood as the note. */
function preset(z: Zuweisung, sitze: readonly Sitz[], ort: string | undefined): Values {
  const rows = sitze.map((m, i) => (m === undefined ? {} : rowOf(i + 1, m)));
  const said = z.mitglieder.flatMap(({ name, kontakt, hinweis }) =>
    [...(kontakt === null ? [] : [`Telefon: ${kontakt}`]), ...(hinweis === null ? [] : [hinweis])].map(
      (one) => `${name}: ${one}`,
    ),
  );
  return {
    ...Object.assign({}, ...rows),
    ...themenValues(z.themen),
    am: [today()],
    ort: ort === undefined ? [] : [ort],
    kontaktweg: ["aufsuchend"],
    sprache: [z.sprache ?? ""],
    notiz: [said.length === 0 ? "" : `Aus der Liste: ${said.join("\n")}`],
  };
}

/** Everything that the form of a talk shows: rows for everybody, who is there already, what can be chosen. `typed`: what stood in it. */
export async function formularOf(tx: Tx, actor: Actor, z: Zuweisung, typed: Values | undefined): Promise<Formular> {
  const sitze = sitzeOf(z);
  const values =
    typed === undefined
      ? preset(z, sitze, await ownOrt(tx, actor))
      : besetzt(
          typed,
          sitze.map((m, i) => (m === undefined ? undefined : { id: m.id, row: rowOf(i + 1, m) })),
        );
  const plaetze: Platz[] = [];
  for (const [i, mitglied] of sitze.entries()) {
    const reihe = i + 1;
    const typedAs = (feld: "vorname" | "nachname" | "geburtsdatum") => first(values, feldVon(reihe, feld));
    const who = {
      vorname: typedAs("vorname"),
      nachname: typedAs("nachname"),
      geburtsdatum: dayIn(typedAs("geburtsdatum"), { today: today(), sense: "birth" }) ?? null,
    };
    const asked = mitglied?.personId == null && who.vorname + who.nachname !== "";
    plaetze.push({ reihe, mitglied, treffer: asked ? await aehnliche(tx, actor, z.kontoId, who) : [] });
  }
  return { z, plaetze, listen: await codelisten(tx), orte: await ortwahl(tx, actor), values };
}
