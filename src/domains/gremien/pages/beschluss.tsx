import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Alert,
  CardPage,
  ConflictNotice,
  DateField,
  Entered,
  type FieldsOf,
  Form,
  SelectField,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { type Stand, STAENDE, lueckeOf } from "../../luecken/index.ts";
import { changeBeschluss, decide } from "../commands/decide.ts";
import { BeschlussAendern, BeschlussEingabe, LUECKE_NACH } from "../model/eingabe.ts";
import { beschlussValues } from "../model/form-values.ts";
import { stimmenSatz } from "../model/stimmen.ts";
import { BESCHLUSS_CONFLICT, BeschlussFelder } from "../parts/beschluss-felder.tsx";
import { belowSitzung } from "../parts/below.ts";
import { BESCHLUESSE, SITZUNGEN, TOPS, getan } from "../parts/getan.ts";
import { KeinName } from "../parts/worte.tsx";
import { beschlussOf } from "../queries/beschluesse.ts";
import { sitzungOf, topOf } from "../queries/sitzungen.ts";
import { stimmenIn } from "../queries/stimmen.ts";
import { vorlageOf } from "../queries/vorlagen.ts";

const permission = "gremium.schreiben";

async function neu(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const g = await readAs(actor, async (tx) => {
    const found = await topOf(tx, idOf(visit));
    const { lueckeId, vorlageId } = found.top;
    return {
      ...found,
      zahl: (await stimmenIn(tx, actor, found.sitzung)).jetzt,
      luecke: lueckeId === null ? undefined : await lueckeOf(tx, lueckeId),
      vorschlag: vorlageId === null ? null : (await vorlageOf(tx, vorlageId)).vorschlag,
    };
  });
  const { top, sitzung, zahl, luecke, vorschlag } = g;
  const field = fieldsOf({ ergebnis: ["angenommen"], wortlaut: [vorschlag ?? ""] }, rejected);
  const steuert = may(actor, "luecke.steuern");
  return (
    <CardPage {...belowSitzung(visit, sitzung)} title="Beschluss festhalten" rejected={rejected}>
      <p>
        <Entered>{`${top.nr}. ${top.titel}`}</Entered>
      </p>
      <Form action={`${TOPS}/${top.id}/beschluss`} rejected={rejected}>
        <BeschlussFelder field={field} stimmen={`${stimmenSatz(zahl)}.`} />
        {luecke === undefined ? null : <Folge stand={luecke.stand} field={field} steuert={steuert} />}
        {luecke === undefined || steuert ? (
          <TextField
            {...field("projektgruppe")}
            label="Gründet eine Projektgruppe"
            hint="Ihr Name. Der Beschluss legt sie an; ihr Auftrag ist der Wortlaut."
            optional
          />
        ) : null}
        <KeinName field={field} rejected={rejected} />
        <Submit label="Festhalten" cancel={`${SITZUNGEN}/${sitzung.id}`} />
      </Form>
    </CardPage>
  );
}

type FolgeProps = { readonly stand: Stand; readonly field: FieldsOf; readonly steuert: boolean };

/** What becomes of the gap of the point: only what its ladder allows from where it is. */
function Folge({ stand, field, steuert }: FolgeProps) {
  const next = LUECKE_NACH.filter((nach) =>
    stand === "vorlage" ? nach !== "projektgruppe" : stand === "priorisiert" && nach === "projektgruppe",
  );
  if (next.length === 0)
    return (
      <Alert kind="info">
        Die Lücke ist „{STAENDE[stand]}“. Weiter geht es mit ihr aus einem Beschluss, wenn sie Vorlage oder priorisiert
        ist.
      </Alert>
    );
  if (!steuert) return <Alert kind="info">Was aus der Lücke wird, trägt die Koordination ein.</Alert>;
  const choice = stand === "vorlage" ? next : [];
  return choice.length === 0 ? null : (
    <>
      <SelectField
        {...field("luecke_nach")}
        label="Was wird aus der Lücke?"
        hint="Wer sie gemeldet hat, liest den Beschluss. Gründet er eine Projektgruppe, ist sie damit auch priorisiert."
        empty="bleibt, wo sie ist"
        options={choice.map((value) => ({ value, label: STAENDE[value] }))}
        optional
      />
      <DateField
        {...field("wieder_am")}
        label="Wieder vorlegen am"
        hint="Nur, wenn sie zurückgestellt wird."
        optional
      />
    </>
  );
}

export const { show: showNew, save: saveNew } = formPage(
  `${TOPS}/:id/beschluss`,
  permission,
  { form: neu, schema: BeschlussEingabe },
  async (tx, visit, input) => {
    await decide(tx, visit.actor, idOf(visit), input);
    return getan.after(`${TOPS}/${idOf(visit)}/notiz`, "beschlossen");
  },
);

async function form(visit: Visit, rejected?: Rejected) {
  const { beschluss, sitzung, zahl } = await readAs(visit.actor, async (tx) => {
    const found = await beschlussOf(tx, idOf(visit));
    const meeting = await sitzungOf(tx, found.sitzungId);
    return { beschluss: found, sitzung: meeting, zahl: found.da ?? (await stimmenIn(tx, visit.actor, meeting)).jetzt };
  });
  const self = `${BESCHLUESSE}/${beschluss.id}`;
  const values = beschlussValues(beschluss);
  const field = fieldsOf(values, rejected);
  return (
    <CardPage {...belowSitzung(visit, sitzung)} title="Beschluss bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={BESCHLUSS_CONFLICT} stored={self} />
      <Form action={`${self}/bearbeiten`} record={{ version: beschluss.version, values }} rejected={rejected}>
        <BeschlussFelder field={field} stimmen={`${stimmenSatz(zahl)}.`} />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${BESCHLUESSE}/:id/bearbeiten`,
  permission,
  { form, schema: BeschlussAendern },
  async (tx, { actor, at }, input) => {
    await changeBeschluss(tx, actor, at, input);
    return getan.after(`${BESCHLUESSE}/${at.id}`, "gespeichert");
  },
);
