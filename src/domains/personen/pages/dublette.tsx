import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { change } from "../../../platform/change.ts";
import { writeAs } from "../../../platform/db.ts";
import { NotFound, type Rejected, Refused } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Actions,
  Alert,
  Button,
  Card,
  Entered,
  Form,
  HiddenField,
  Page,
  RadioSegment,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { decideDublette } from "../commands/decide-dublette.ts";
import { beideWerte, brauchtJa, mergePersons, paarOf } from "../commands/merge-persons.ts";
import { JA_WAHL, jaFeld } from "../model/ja.ts";
import { FELDER } from "../model/zusammen.ts";
import { getan } from "../parts/getan.ts";
import { Vergleich, feldName } from "../parts/paar.tsx";
import { worte } from "../parts/werte.ts";
import { type Dublette, STAENDE, dubletteOf } from "../queries/dubletten.ts";
import { DUBLETTEN } from "./dubletten.tsx";

const permission = "person.schreiben";
const PATH = `${DUBLETTEN}/:id`;
const ZWECK = "dublette";

const Wahl = z.enum(["bleibt", "andere", "beide"]).optional();
const Felder = z.object({ ...Object.fromEntries(FELDER.map((feld) => [feldName(feld), Wahl])), ja: jaFeld });

/** Opens both: who compares them reads both, and the log says so of both. */
async function read(visit: Visit) {
  const { actor } = visit;
  const id = idOf(visit);
  const paar = await writeAs(actor, async (tx) => {
    const found = await dubletteOf(tx, actor, id);
    if (found === undefined) throw new NotFound();
    for (const person of [found.eine.id, found.andere.id])
      await recordEvent(tx, actor, {
        art: "person.geoeffnet",
        gegenstand: { art: "person", id: person },
        zweck: ZWECK,
      });
    const who = await paarOf(tx, actor, found.eine.id, found.andere.id).catch((error: unknown) => {
      if (error instanceof Refused) return error.message;
      throw error;
    });
    if (typeof who === "string") return { found, why: who };
    const werte = await beideWerte(tx, actor, who);
    return { found, who, werte, worte: await worte(tx), fragen: await brauchtJa(tx, who, werte) };
  });
  return paar;
}

async function form(visit: Visit, rejected?: Rejected) {
  const { found, why, who, werte, worte: words, fragen } = await read(visit);
  const here = `${DUBLETTEN}/${found.id}`;
  return (
    <Page
      frame={visit.frame}
      title="Dieselbe Person?"
      heading={false}
      rejected={rejected}
      breadcrumb={[
        { label: "Personen", href: "/personen" },
        { label: "Doppelte Personen", href: DUBLETTEN },
      ]}
    >
      <Card title="Dieselbe Person?" level={1}>
        <p>
          <a href={`/personen/${found.eine.id}`}>
            <Entered>{found.eine.name}</Entered>
          </a>{" "}
          und{" "}
          <a href={`/personen/${found.andere.id}`}>
            <Entered>{found.andere.name}</Entered>
          </a>
          : {found.grund}.
        </p>
        {why === undefined ? null : <Alert kind="info">{why}</Alert>}
        {who === undefined || werte === undefined || words === undefined ? null : (
          <Form action={here} rejected={rejected} record={{ version: found.version, values: undefined }}>
            {who.uebergabe ? (
              <p>
                Die andere Akte führt eine Kollegin oder ein Kollege. Ihre eigene geht mit allem, was darin steht, in
                diese Akte über; beide sehen es im Protokoll.
              </p>
            ) : null}
            <Vergleich {...werte} worte={words} field={fieldsOf(undefined, rejected)} />
            {fragen ? (
              <RadioSegment
                {...fieldsOf(undefined, rejected)("ja")}
                label="Eine der beiden steht nur unter einem Kürzel oder einem Teil des Namens. Ist die Person einverstanden, dass beides zusammen steht?"
                options={JA_WAHL}
              />
            ) : null}
            <p class="hint">
              Beratungen, Fälle und alles Weitere beider bleibt erhalten und steht danach zusammen. Es lässt sich genau
              aufheben.
            </p>
            <Submit label="Zusammenführen" cancel={DUBLETTEN} />
          </Form>
        )}
      </Card>
      <Andere found={found} here={here} />
    </Page>
  );
}

/** What else may be said about two. */
const Andere = ({ found, here }: { readonly found: Dublette; readonly here: string }) => (
  <Card title="Oder">
    <Actions>
      {found.stand === "offen" ? (
        <>
          <Said here={here} found={found} stand="verschieden" label="Nicht dieselbe Person" />
          <Said here={here} found={found} stand="spaeter" label="Später entscheiden" />
        </>
      ) : (
        <Said here={here} found={found} stand="offen" label="Wieder zur Entscheidung stellen" />
      )}
    </Actions>
  </Card>
);

type SaidProps = { readonly found: Dublette; readonly here: string; readonly stand: string; readonly label: string };

const Said = ({ here, found, stand, label }: SaidProps) => (
  <Form action={`${here}/stand`} record={{ version: found.version, values: undefined }}>
    <HiddenField name="stand" value={stand} />
    <Button kind="secondary">{label}</Button>
  </Form>
);

export const show = page({ path: PATH, permission, notices: getan, show: (visit) => form(visit) });

export const merge = change(PATH, permission, { schema: Felder, again: form }, async (tx, { actor, at }, input) => {
  const paar = await dubletteOf(tx, actor, at.id);
  if (paar === undefined) throw new NotFound();
  const said: Readonly<Record<string, unknown>> = input;
  const wahl = Object.fromEntries(
    FELDER.flatMap((feld) => {
      const chosen = Wahl.parse(said[feldName(feld)]);
      return chosen === undefined ? [] : [[feld.feld, chosen]];
    }),
  );
  const shown = await mergePersons(tx, actor, [paar.eine.id, paar.andere.id], wahl, input.ja);
  return getan.after(`/personen/${shown}`, "zusammengefuehrt");
});

const Entscheidung = z.object({ stand: z.enum(STAENDE) });

export const decide = change(
  `${PATH}/stand`,
  permission,
  { schema: Entscheidung, again: form },
  async (tx, { actor, at }, { stand }) => {
    await decideDublette(tx, actor, at, stand);
    return getan.after(DUBLETTEN, stand);
  },
);
