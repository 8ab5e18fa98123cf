import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  ConflictNotice,
  Continued,
  Entered,
  type FieldsOf,
  Form,
  HiddenField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { moveRekonstruktion } from "../commands/move-rekonstruktion.ts";
import { SchrittEingabe } from "../model/eingabe.ts";
import type { Rekonstruktion, Station } from "../model/rekonstruktion.ts";
import { STAND, STAENDE, type Uebergang, schritteAus } from "../model/stand.ts";
import { belowEine } from "../parts/below.ts";
import { LIST, STATION, getan } from "../parts/getan.ts";
import { Schritte } from "../parts/kopf.tsx";
import { stationName } from "../model/worte.ts";
import { KeinName } from "../parts/worte.tsx";
import { gemeldete } from "../queries/luecken.ts";
import { ledBy } from "../queries/rekonstruktionen.ts";
import { stationen } from "../queries/stationen.ts";

const PATH = `${LIST}/:id/schritt`;
const DRAFT = { form: "rekonstruktion-schritt", name: "Ergebnis einer Fallrekonstruktion", resume: PATH };
const Query = z.object({ nach: z.enum(STAND).optional() });

async function lies(visit: Visit, nach: string | undefined, rejected?: Rejected) {
  return readAs(visit.actor, async (tx) => {
    const r = await ledBy(tx, visit.actor, idOf(visit));
    const values = { nach: [nach ?? ""], ergebnis: [r.ergebnis ?? ""], befund: [r.befund ?? ""] };
    const told = new Set((await gemeldete(tx, r.id)).map((row) => row.station_id));
    return {
      r,
      f: await filled(tx, visit, DRAFT, { id: r.id, version: r.version, values }, rejected),
      offen: (await stationen(tx, r.id)).filter(({ id, bruch }) => bruch && !told.has(id)),
    };
  });
}

async function form(visit: Visit, rejected?: Rejected) {
  const { nach } = askedFor(Query, visit, rejected);
  const { r, f, offen } = await lies(visit, nach, rejected);
  const schritt = schritteAus(r.stand).find((one) => one.nach === (nach ?? f.values["nach"]?.[0]));
  const self = `${LIST}/${r.id}`;
  return (
    <CardPage {...belowEine(visit, r.id)} title={schritt?.verb ?? "Nächster Schritt"} rejected={rejected}>
      <ConflictNotice
        rejected={rejected}
        fields={[
          { name: "grund", label: "Warum?" },
          { name: "ergebnis", label: "Was hat die Gruppe verstanden?" },
          { name: "befund", label: "Was davon ist eine Systemlücke?" },
        ]}
        stored={self}
      />
      <p>
        <Entered>{r.frage}</Entered>
      </p>
      {schritt === undefined ? (
        <Schritte rekonstruktion={r} />
      ) : (
        <>
          <Continued f={f} />
          {schritt.fragt === "ergebnis" ? <OffeneBrueche stationen={offen} /> : null}
          <Form action={`${self}/schritt`} record={f.record} draft={f.draft} rejected={rejected}>
            <SchrittFelder r={r} schritt={schritt} field={fieldsOf(f.values, rejected)} rejected={rejected} />
            <Submit label={schritt.verb} cancel={self} draft />
          </Form>
        </>
      )}
    </CardPage>
  );
}

/** Breaks of which no gap was reported: what the group decides about before it ends. */
const OffeneBrueche = ({ stationen: offen }: { readonly stationen: readonly Station[] }) =>
  offen.length === 0 ? null : (
    <>
      <p>Hier brach es, und es ist noch nicht als Systemlücke gemeldet:</p>
      <ul>
        {offen.map((station) => (
          <li>
            <a href={`${STATION}/${station.id}/luecke`}>
              <Entered>{`${stationName(station)}: ${station.geschehen}`}</Entered>
            </a>
          </li>
        ))}
      </ul>
    </>
  );

type FelderProps = {
  readonly r: Rekonstruktion;
  readonly schritt: Uebergang;
  readonly field: FieldsOf;
  readonly rejected: Rejected | undefined;
};

const SchrittFelder = ({ r, schritt, field, rejected }: FelderProps) => (
  <>
    <p>
      Von „{STAENDE[r.stand]}“ zu „{STAENDE[schritt.nach]}“.
    </p>
    <HiddenField name="nach" value={schritt.nach} />
    {schritt.fragt === "ergebnis" ? (
      <>
        <TextArea
          spellcheck
          {...field("ergebnis")}
          label="Was hat die Gruppe verstanden?"
          hint="Ohne Personen. Eine Leerzeile beginnt einen Absatz, „- “ einen Punkt."
          rows={8}
        />
        <TextArea
          spellcheck
          {...field("befund")}
          label="Was davon ist eine Systemlücke?"
          hint="Was vielen fehlt, und was an diesem Fall lag. War keine zu sehen, schreiben Sie das."
          rows={4}
        />
      </>
    ) : null}
    {schritt.grund === true ? (
      <TextArea spellcheck {...field("grund")} label="Warum?" hint="Ein Satz ohne Personen." rows={2} />
    ) : null}
    <KeinName field={field} rejected={rejected} />
  </>
);

export const { show, save } = formPage(
  PATH,
  "rekonstruktion.leiten",
  { form, schema: SchrittEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await moveRekonstruktion(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "weiter");
  },
);
