import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { genannte, istGenannt, unbrauchbar, zeitraumName } from "../../auswertung/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { lueckeOf } from "../../luecken/index.ts";
import { type Vorlage, ZAEHLT, Zahlen } from "../model/vorlage.ts";

type Wish = { readonly ids?: readonly string[]; readonly lueckeId?: string };

/** Vorlagen, the latest first. */
export async function vorlagen(tx: Tx, { ids, lueckeId }: Wish = {}): Promise<Vorlage[]> {
  const rows = await tx
    .selectFrom("kim.vorlage")
    .selectAll()
    .$if(ids !== undefined, (q) => q.where("id", "=", anyOf(ids ?? [])))
    .$if(lueckeId !== undefined, (q) => q.where("luecke_id", "=", lueckeId ?? ""))
    .orderBy("angelegt_am", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    lueckeId: row.luecke_id,
    handlungsfeld: row.handlungsfeld,
    titel: row.titel,
    problem: row.problem,
    haeufigkeit: row.haeufigkeit,
    orte: row.orte,
    aemter: row.aemter,
    moeglichkeiten: row.moeglichkeiten,
    vorschlag: row.vorschlag,
    zahlenVon: row.zahlen_von,
    zahlenBis: row.zahlen_bis,
    fest: row.zahlen === null ? null : Zahlen.parse(row.zahlen),
    angelegtAm: row.angelegt_am,
    version: row.version,
  }));
}

/** One Vorlage. @throws NotFound */
export async function vorlageOf(tx: Tx, id: string): Promise<Vorlage> {
  const [found] = isId(id) ? await vorlagen(tx, { ids: [id] }) : [];
  if (found === undefined) throw new NotFound();
  return found;
}

/**
 * The figures of a Vorlage: frozen where its body has met, else as the evaluation tells them now. What is too small to be told
 * is not told here either. Undefined where no months are named.
 */
export async function zahlenZu(tx: Tx, vorlage: Vorlage): Promise<Zahlen | undefined> {
  const { fest, lueckeId, handlungsfeld, zahlenVon: von, zahlenBis: bis } = vorlage;
  if (fest !== null) return fest.zahlen.length === 0 ? undefined : fest;
  if (von === null || bis === null || unbrauchbar({ von, bis }, today()) !== undefined) return undefined;
  const { kennzahlen } = await genannte(tx, [{ von, bis }]);
  const [k] = kennzahlen;
  if (k === undefined) return undefined;
  const told = (n: Parameters<typeof istGenannt>[0]) => (istGenannt(n) ? String(n) : `weniger als ${k.ab}`);
  const feld = lueckeId === null ? handlungsfeld : (await lueckeOf(tx, lueckeId)).handlungsfeld;
  const name = feld === null ? "" : nameOf((await codelisten(tx)).handlungsfeld, feld);
  return {
    zeitraum: zeitraumName({ von, bis }),
    stand: k.stand ?? "noch nicht gezählt",
    zahlen: [
      { name: "Beratungen im Kreis", wert: told(k.beratungen), definition: ZAEHLT.beratungen },
      ...(feld === null
        ? []
        : [
            {
              name: `Nennungen des Themas ${name}`,
              wert: told(k.themen[feld] ?? 0),
              definition: ZAEHLT.themen,
            },
          ]),
      {
        name: "Beratungen mit neu zugewiesenen Menschen",
        wert: told(k.neuzuweisungen),
        definition: ZAEHLT.neuzuweisungen,
      },
    ],
  };
}
