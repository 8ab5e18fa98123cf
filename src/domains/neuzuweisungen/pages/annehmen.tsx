import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { preparedUpload } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { csvOf } from "../../../platform/csv.ts";
import { day } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { CardPage, DateField, FileField, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { takeBatch } from "../commands/take-batch.ts";
import { ANNEHMEN, LIST, STAPEL, getan } from "../parts/getan.ts";
import { MAX_LISTE, deute, liesBlaetter } from "../queries/lesen.ts";

const permission = "zuweisung.schreiben";
const Angenommen = z.object({ angekuendigt: day("Geben Sie an, wann die Liste kam.", "back") });

const form = (visit: Visit, rejected?: Rejected) => {
  const field = fieldsOf({ angekuendigt: [today()] }, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title="Liste annehmen"
      rejected={rejected}
      extra
      breadcrumb={[{ label: "Neuzuweisungen", href: LIST }]}
    >
      <p>
        Die Liste des Sozialamts, wie sie kommt: eine Zeile je Mensch oder je Haushalt, mit Überschriften wie Name,
        Geburtsdatum, Unterkunft, Zuweisung am. Wer zusammengehört, erkennt KIM an Aktenzeichen oder Familienname.{" "}
        <a href={`${ANNEHMEN}/vorlage`}>Leere Vorlage</a>
      </p>
      <Form action={ANNEHMEN} upload rejected={rejected}>
        <FileField
          {...field("datei")}
          label="Datei"
          accept=".xlsx,.xlsm,.ods,.csv,.txt,.tsv"
          hint="Excel, LibreOffice oder CSV bis 5 MB. Die Datei selbst wird nicht aufbewahrt."
        />
        <DateField {...field("angekuendigt")} label="Wann kam die Liste?" />
        <p class="hint">
          Namen dürfen nur in der Liste stehen, wenn das Sozialamt sie Ihnen geben darf. Aus Spalten zu Religion oder
          Aufenthaltsstatus übernimmt KIM nichts. Alles ist zuerst bei Ihnen; Kolleg:innen sehen Namen erst, wenn Sie
          abgeben.
        </p>
        <Submit label="Annehmen" cancel={LIST} />
      </Form>
    </CardPage>
  );
};

export const show = page({ path: ANNEHMEN, permission, show: (visit) => form(visit) });

export const save = preparedUpload(
  ANNEHMEN,
  permission,
  { schema: Angenommen, file: "datei", limit: MAX_LISTE, again: form, prepare: liesBlaetter },
  async (tx, { actor }, { angekuendigt }, { blaetter, print }) => {
    refuseLater("angekuendigt", angekuendigt);
    const id = await takeBatch(tx, actor, await deute(tx, blaetter), { print, angekuendigt });
    return getan.after(`${STAPEL}/${id}`, "angenommen");
  },
);

const HEAD = [
  "Haushalt",
  "Nachname",
  "Vorname",
  "Geburtsdatum",
  "Staatsangehörigkeit",
  "Sprache",
  "Kommune",
  "Unterkunft",
  "Zuweisung am",
  "Telefon",
  "Bemerkung",
];
const BEISPIEL = [
  "1",
  "Beispiel",
  "Mira",
  "02.01.1990",
  "Syrien",
  "Arabisch",
  "Siegburg",
  "Musterhaus",
  "20.11.2026",
  "",
  "",
];

/** An empty file with the columns and one invented line. */
export const template = page({
  path: `${ANNEHMEN}/vorlage`,
  permission,
  show: () =>
    new Response(csvOf([HEAD, BEISPIEL]), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="neuzuweisungen-vorlage.csv"',
      },
    }),
});
