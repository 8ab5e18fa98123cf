import { Refused } from "../../../platform/form.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { releaseText } from "../commands/change-text.ts";
import { draftEinwilligung } from "../commands/draft-einwilligung.ts";
import { endEinwilligung } from "../commands/end-einwilligung.ts";
import { explainEinwilligung } from "../commands/explain-einwilligung.ts";
import { giveEinwilligung } from "../commands/give-einwilligung.ts";
import { narrowEinwilligung } from "../commands/narrow-einwilligung.ts";
import { passOn } from "../commands/pass-on.ts";
import { writeText } from "../commands/write-text.ts";
import { Absage, Einschraenkung, Erlaeuterung, Erteilung, NeueEinwilligung } from "../model/einwilligung.ts";
import { ANGEBOTEN, type Kategorie } from "../model/zwecke.ts";
import { einwilligungOf } from "../queries/einwilligungen.ts";

/** To whom, and what; of the one person, where nobody is named. */
export type Ziel = { readonly empfaenger: string; readonly kategorien: readonly Kategorie[]; readonly wer?: string };

/** Releases a text for every purpose. */
async function texteFrei(actor: Actor): Promise<void> {
  for (const zweck of ANGEBOTEN) {
    await writeAs(actor, async (tx) => {
      const id = await writeText(tx, actor, { zweck, sprache: "de" }, { wortlaut: "Ich bin einverstanden." });
      await releaseText(tx, actor, { id, version: 1 });
    });
  }
}

const jo = (geboren: string) =>
  PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster", person_geburtsdatum: geboren });

/** What somebody does with consents, a verb each, on the version that is stored; with a released text for every purpose. */
export async function einwilligungen(actor: Actor) {
  await texteFrei(actor);
  const neuePerson = (geboren: string) => writeAs(actor, (tx) => createPerson(tx, actor, jo(geboren)));

  const erste = await neuePerson("2000-05-01");
  const draft = ({ empfaenger, kategorien, wer = erste }: Ziel) =>
    writeAs(actor, (tx) => {
      const typed = { zweck: "weitergabe", empfaenger_art: "kita_schule", empfaenger, kategorien };
      return draftEinwilligung(tx, actor, wer, NeueEinwilligung.parse(typed));
    });
  const at = async (id: string) => ({
    id,
    version: (await readAs(actor, (tx) => einwilligungOf(tx, actor, id))).version,
  });
  const explain = async (id: string) => {
    const where = await at(id);
    const typed = Erlaeuterung.parse({ am: today(), sprache: "ar", verstaendigung: "sprachmittlung" });
    await writeAs(actor, (tx) => explainEinwilligung(tx, actor, where, typed));
  };
  const give = async (id: string, more: Readonly<Record<string, string>> = {}) => {
    const where = await at(id);
    const typed = Erteilung.parse({ am: today(), durch: "person", form: "papier", ...more });
    await writeAs(actor, (tx) => giveEinwilligung(tx, actor, where, typed));
  };
  const narrow = async (id: string, kategorien: readonly Kategorie[], bis = "") => {
    const where = await at(id);
    const typed = Einschraenkung.parse({ am: today(), kategorien, gueltig_bis: bis });
    await writeAs(actor, (tx) => narrowEinwilligung(tx, actor, where, typed));
  };
  const end = async (id: string, nach: "abgelehnt" | "widerrufen") => {
    const where = await at(id);
    await writeAs(actor, (tx) => endEinwilligung(tx, actor, where, nach, Absage.parse({ am: today() })));
  };
  const given = (ziel: Ziel) =>
    draft(ziel).then((id) =>
      explain(id)
        .then(() => give(id))
        .then(() => id),
    );
  const send = ({ empfaenger, kategorien, wer = erste }: Ziel) =>
    writeAs(actor, (tx) => {
      const vorhaben = { zweck: "weitergabe", empfaengerArt: "kita_schule", empfaenger, kategorien } as const;
      return passOn(tx, actor, wer, vorhaben, "verweis");
    });
  const may = (ziel: Ziel) =>
    send(ziel).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refused) return false;
        throw error;
      },
    );
  return { person: erste, neuePerson, draft, at, explain, give, narrow, end, given, send, may };
}
