import {
  Erlaeuterung,
  Erteilung,
  NeueEinwilligung,
  draftEinwilligung,
  explainEinwilligung,
  giveEinwilligung,
  releaseText,
  writeText,
} from "../../src/domains/einwilligungen/index.ts";
import type { Kategorie, Zweck } from "../../src/domains/einwilligungen/model/zwecke.ts";
import {
  Freigabe,
  type Geheimnis,
  NeueFreigabe,
  prepareFreigabe,
  releaseFreigabe,
} from "../../src/domains/freigaben/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import type { TestDatabase } from "./db.ts";

type Wozu = {
  readonly zweck: Zweck;
  readonly art: string;
  readonly empfaenger?: string;
  readonly kategorien: readonly Kategorie[];
  readonly bis?: string;
};

/** A consent of a person that holds; the Leitung releases its text where there is none. Its id. */
export async function eingewilligt(actor: Actor, leitung: Actor, person: string, wozu: Wozu): Promise<string> {
  await text(leitung, wozu.zweck);
  const neu = NeueEinwilligung.parse({
    zweck: wozu.zweck,
    empfaenger_art: wozu.art,
    empfaenger: wozu.empfaenger ?? "",
    kategorien: wozu.kategorien,
  });
  const id = await writeAs(actor, (tx) => draftEinwilligung(tx, actor, person, neu));
  const erklaert = Erlaeuterung.parse({ am: today(), sprache: "de", verstaendigung: "" });
  await writeAs(actor, (tx) => explainEinwilligung(tx, actor, { id, version: 1 }, erklaert));
  const gegeben = Erteilung.parse({ am: today(), durch: "person", form: "papier", gueltig_bis: wozu.bis ?? "" });
  await writeAs(actor, (tx) => giveEinwilligung(tx, actor, { id, version: 2 }, gegeben));
  return id;
}

async function text(leitung: Actor, zweck: Zweck): Promise<void> {
  const da = await readAs(leitung, (tx) =>
    tx
      .selectFrom("kim.einwilligung_text")
      .select("id")
      .where("zweck", "=", zweck)
      .where("traeger_id", "=", leitung.traegerId)
      .where("freigegeben_am", "is not", null)
      .executeTakeFirst(),
  );
  if (da !== undefined) return;
  await writeAs(leitung, async (tx) => {
    const id = await writeText(tx, leitung, { zweck, sprache: "de" }, { wortlaut: "Ich bin einverstanden." });
    await releaseText(tx, leitung, { id, version: 1 });
  });
}

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What is being prepared; its id. */
export const vorbereitet = (actor: Actor, person: string, typed: Typed): Promise<string> =>
  writeAs(actor, (tx) =>
    prepareFreigabe(tx, actor, person, NeueFreigabe.parse({ anliegen: "Bleiberecht prüfen", ...typed })),
  );

/** Lets it out: with name, age and languages where nothing else is said. Of a link its secret. */
export const freigegeben = (actor: Actor, id: string, typed: Typed = {}): Promise<Geheimnis | undefined> =>
  writeAs(actor, (tx) => {
    const fields = { angaben: ["name", "alter"], worte_kategorien: [], gueltig_bis: daysFrom(today(), 30), ...typed };
    return releaseFreigabe(tx, actor, { id, version: 1 }, Freigabe.parse(fields));
  });

/** A row in each table of files that a release has. */
export async function jedeFreigabe(db: TestDatabase, actor: Actor, person: string): Promise<void> {
  const an = { art: "link", empfaenger_art: "kita_schule", empfaenger: "Kita Wiese" };
  const id = await vorbereitet(actor, person, an);
  const whose = [actor.kreis, actor.traegerId, actor.kontoId, id];
  await db.admin(
    `insert into kim.freigabe (kreis, traeger_id, konto_id, id, art, stand, gesendet_am, gueltig_bis, link_hash)
     values ($1, $2, $3, $4, 'link', 'gesendet', current_date, current_date, '\\x00')`,
    whose,
  );
  await db.admin(
    `insert into kim.freigabe_uebernahme (kreis, traeger_id, konto_id, freigabe_id, person_id, am, angaben)
     values ($1, $2, $3, $4, $5, current_date, '\\x00')`,
    [...whose, person],
  );
}
