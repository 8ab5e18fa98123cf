import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Alert,
  Card,
  ConflictNotice,
  DescriptionList,
  Entered,
  Form,
  Page,
  RadioSegment,
  Submit,
  TextArea,
  TextChanges,
  fieldsOf,
} from "../../../ui/index.ts";
import { decideVorschlag } from "../commands/suggest.ts";
import { zusammengefuehrt } from "../model/absaetze.ts";
import { EntscheidungEingabe } from "../model/eingabe.ts";
import { textvergleich } from "../model/vergleich.ts";
import { belowTeil } from "../parts/below.ts";
import { VorschlagWort } from "../parts/besprechung.tsx";
import { TEIL, VORSCHLAG, getan } from "../parts/getan.ts";
import { vorschlagOf } from "../queries/besprechung.ts";
import { KeinName } from "../parts/kein-name.tsx";

const PATH = `${VORSCHLAG}/:id`;

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { vorschlag, ...akte } = await readAs(actor, (tx) => vorschlagOf(tx, actor, idOf(visit)));
  const { stand, wer, antwort, grund } = vorschlag;
  const own = vorschlag.von === actor.kontoId;
  const decides = stand === "offen" && (own || akte.konzept.schreibt);
  return (
    <Page {...belowTeil(visit, akte)} title="Vorschlag" rejected={rejected} wide>
      <Card title="Was sich ändern soll">
        <DescriptionList
          items={[
            { term: "Von", value: <Entered>{`${wer}, ${tagText(vorschlag.am)}`}</Entered> },
            { term: "Warum", value: <Entered class="text">{grund ?? "–"}</Entered> },
            { term: "Stand", value: <VorschlagWort stand={stand} /> },
            ...(antwort === null ? [] : [{ term: "Antwort", value: <Entered class="text">{antwort}</Entered> }]),
          ]}
        />
        <p>
          <TextChanges pieces={textvergleich(vorschlag.vorher, vorschlag.text)} />
        </p>
      </Card>
      {stand === "offen" ? <Beruehrt {...akte} vorschlag={vorschlag} /> : null}
      {decides ? (
        <Card title="Entscheiden">
          <ConflictNotice rejected={rejected} fields={[]} stored={`${VORSCHLAG}/${vorschlag.id}`} />
          <Form
            action={`${VORSCHLAG}/${vorschlag.id}`}
            record={{ version: vorschlag.version, values: undefined }}
            rejected={rejected}
          >
            <RadioSegment
              {...fieldsOf({}, rejected)("nach")}
              label="Was wird daraus?"
              options={[
                ...(akte.konzept.schreibt
                  ? [
                      { value: "angenommen", label: "annehmen" },
                      { value: "abgelehnt", label: "ablehnen" },
                    ]
                  : []),
                ...(own ? [{ value: "zurueckgezogen", label: "zurückziehen" }] : []),
              ]}
            />
            <TextArea {...fieldsOf({}, rejected)("antwort")} label="Ein Satz dazu" optional />
            <KeinName field={fieldsOf({}, rejected)} rejected={rejected} />
            <Submit label="Entscheiden" cancel={`${TEIL}/${akte.teil.id}/besprechen`} />
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}

type BeruehrtProps = Pick<Awaited<ReturnType<typeof vorschlagOf>>, "teil" | "vorschlag">;

/** What was written at the same places since, so that nobody accepts it unseen. */
function Beruehrt({ teil, vorschlag }: BeruehrtProps) {
  const { beruehrungen } = zusammengefuehrt(vorschlag.vorher, vorschlag.text, teil.text);
  if (beruehrungen.length === 0) return null;
  return (
    <Alert kind="warning" title="Seitdem hat jemand dieselben Absätze geändert">
      <p>Annehmen geht deshalb nicht von selbst. Jetzt steht dort:</p>
      {beruehrungen.map(({ fremd }) => (
        <p>
          <Entered class="text">{fremd === "" ? "(herausgenommen)" : fremd}</Entered>
        </p>
      ))}
    </Alert>
  );
}

export const { show, save } = formPage(
  PATH,
  "konzept.lesen",
  { form, schema: EntscheidungEingabe, notices: getan },
  async (tx, { actor, at }, input) =>
    getan.after(`${TEIL}/${await decideVorschlag(tx, actor, at, input)}/besprechen`, input.nach),
);
