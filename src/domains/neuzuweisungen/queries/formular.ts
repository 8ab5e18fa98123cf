import { today } from "../../../platform/clock.ts";
import { dayIn } from "../../../platform/day.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Rejected, type Values, first } from "../../../platform/form.ts";
import { type Ortwahl, ortwahl, ownOrt } from "../../beratungen/index.ts";
import { type Codelisten, codelisten } from "../../codelisten/index.ts";
import { type Treffer } from "../../personen/index.ts";
import { REIHEN, feldVon } from "../model/gespraech.ts";
import { themenValues } from "../model/themen.ts";
import { aehnliche } from "../rows/menschen.ts";
import { type Mitglied, type Zuweisung, zuweisungOf } from "./zuweisungen.ts";

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

/** What stands in an empty form: what the list says, whatever nobody understood as the note. */
function preset(z: Zuweisung, sitze: readonly Sitz[], ort: string | undefined): Values {
  const rows = sitze.flatMap((m, i): [string, string[]][] =>
    m === undefined
      ? []
      : [
          [feldVon(i + 1, "id"), [m.id]],
          [feldVon(i + 1, "dabei"), ["ja"]],
          [feldVon(i + 1, "vorname"), [m.vorname]],
          [feldVon(i + 1, "nachname"), [m.nachname]],
          [feldVon(i + 1, "geburtsdatum"), [m.geburtsdatum ?? ""]],
        ],
  );
  const said = z.mitglieder.flatMap(({ name, kontakt, hinweis }) =>
    [...(kontakt === null ? [] : [`Telefon: ${kontakt}`]), ...(hinweis === null ? [] : [hinweis])].map(
      (one) => `${name}: ${one}`,
    ),
  );
  return {
    ...Object.fromEntries(rows),
    ...themenValues(z.themen),
    am: [today()],
    ort: ort === undefined ? [] : [ort],
    kontaktweg: ["aufsuchend"],
    sprache: [z.sprache ?? ""],
    notiz: [said.length === 0 ? "" : `Aus der Liste: ${said.join("\n")}`],
  };
}

/** Everything that the form of a talk shows: rows for everybody, who is there already, what can be chosen. @throws NotFound */
export async function formularOf(tx: Tx, actor: Actor, id: string, rejected: Rejected | undefined): Promise<Formular> {
  const z = await zuweisungOf(tx, actor, id);
  const sitze = sitzeOf(z);
  const values = rejected?.values ?? preset(z, sitze, await ownOrt(tx, actor));
  const plaetze: Platz[] = [];
  for (const [i, mitglied] of sitze.entries()) {
    const reihe = i + 1;
    const typed = (feld: "vorname" | "nachname" | "geburtsdatum") => first(values, feldVon(reihe, feld));
    const who = {
      vorname: typed("vorname"),
      nachname: typed("nachname"),
      geburtsdatum: dayIn(typed("geburtsdatum"), { today: today(), sense: "birth" }) ?? null,
    };
    const asked = mitglied?.personId == null && who.vorname + who.nachname !== "";
    plaetze.push({ reihe, mitglied, treffer: asked ? await aehnliche(tx, actor, z.kontoId, who) : [] });
  }
  return { z, plaetze, listen: await codelisten(tx), orte: await ortwahl(tx, actor), values };
}
