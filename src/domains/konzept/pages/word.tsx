import { type Visit, page } from "../../../platform/access.ts";
import { Instead, preparedUpload } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { Refused, type Rejected, type Values } from "../../../platform/form.ts";
import { CardPage, FileField, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { type Kodewahl, codelisten, kodesAm } from "../../codelisten/index.ts";
import { KapitelOffen, importKonzept } from "../commands/import-konzept.ts";
import { MAX_WORD, liesWord } from "../documents/word-lesen.ts";
import { WordEingabe, antwortenAus } from "../model/eingabe.ts";
import { belowRoom } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KopfFelder } from "../parts/kopf-felder.tsx";
import { letztesJahr } from "../parts/zeitraum.ts";
import { KapitelFelder, feldId } from "../parts/kapitel-felder.tsx";
import { KeinName } from "../parts/kein-name.tsx";

const permission = "konzept.steuern";
const PATH = `${LIST}/word`;

const felder = (visit: Visit): Promise<readonly Kodewahl[]> =>
  readAs(visit.actor, async (tx) => kodesAm((await codelisten(tx)).handlungsfeld, today()));

/** `asked`: what was typed, where somebody has to say first what chapters are about. */
async function form(visit: Visit, rejected?: Rejected, asked?: Values) {
  const values: Values = rejected?.values ?? asked ?? { zeitraum: [letztesJahr()] };
  const field = fieldsOf(values, rejected);
  const kapitel = values["kapitel"] ?? [];
  return (
    <CardPage {...belowRoom(visit)} title="Aus einer Word-Datei" rejected={rejected} extra>
      <p>
        Jede oberste Überschrift der Datei wird ein Kapitel. Heißt sie wie ein Handlungsfeld oder wie ein Kapitel Ihrer
        Konzepte, oder steht sie an dessen Stelle, bekommt das Kapitel die fünf Teile; Überschriften darunter wie
        „Ausgangslage“ oder „Ziele“ füllen sie. Listen, Fettes und Tabellen bleiben, Fußnoten werden Quellen. Wo ein
        Bild stand, steht „[Bild aus Word]“ mit seiner Beschreibung. Kommentare, Kopf- und Fußzeilen bleiben in der
        Datei.
      </p>
      <Form action={PATH} rejected={rejected} upload>
        {kapitel.length === 0 ? null : (
          <KapitelFelder
            kapitel={kapitel}
            feld={values["feld"] ?? []}
            felder={await felder(visit)}
            asks={asked !== undefined}
          />
        )}
        <FileField {...field("datei")} label="Word-Datei (.docx)" accept=".docx" />
        <KopfFelder field={field} ohneTitel />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Einlesen" cancel={LIST} />
      </Form>
    </CardPage>
  );
}

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const save = preparedUpload(
  PATH,
  permission,
  {
    schema: WordEingabe,
    file: "datei",
    limit: MAX_WORD,
    again: form,
    prepare: async ({ name, bytes }) => ({ name, stuecke: await liesWord(bytes) }),
  },
  async (tx, visit, { kapitel, feld, ...input }, datei) => {
    const antworten = antwortenAus(kapitel, feld);
    try {
      const { id, unlesbar } = await importKonzept(tx, visit.actor, { ...input, antworten }, datei);
      const to = `${LIST}/${id}`;
      return unlesbar === 0 ? getan.after(to, "eingelesen") : getan.after(to, "unvollstaendig", unlesbar);
    } catch (error) {
      if (!(error instanceof KapitelOffen)) throw error;
      // Asked already, and sent again without an answer: silently the same page once more would look as if nothing had happened.
      const [offen] = error.titel;
      if (offen !== undefined && error.titel.every((titel) => kapitel.includes(titel)))
        throw new Refused(`Wählen Sie das Handlungsfeld zu „${offen}“.`, feldId(kapitel.indexOf(offen)));
      const typed: Values = {
        titel: [input.titel],
        zeitraum: [`${input.zeitraum.von}_${input.zeitraum.bis}`],
        kein_name: input.kein_name ? ["ja"] : [],
        kapitel: [...antworten.keys(), ...error.titel],
        feld: [...antworten.values()],
      };
      throw new Instead(() => form(visit, undefined, typed));
    }
  },
);
