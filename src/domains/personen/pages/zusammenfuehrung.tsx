import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { change } from "../../../platform/change.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { NotFound, type Rejected, several } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { Card, Entered, Form, Page, RadioSegment, Submit, Table, fieldsOf } from "../../../ui/index.ts";
import { eintrag, splitPerson } from "../commands/split-person.ts";
import { EINTRAEGE } from "../model/eintraege.ts";
import { FELDER, type Feld, aufgehoben, teilVon } from "../model/zusammen.ts";
import { getan } from "../parts/getan.ts";
import { type Worte, wertText, worte } from "../parts/werte.ts";
import { withShown } from "../queries/personen.ts";
import { type Seither, seitherOf } from "../queries/seither.ts";
import { geltende, zusammenfuehrungOf } from "../queries/zusammenfuehrungen.ts";
import { readWerte } from "../rows/werte.ts";
import { DUBLETTEN } from "./dubletten.tsx";

const permission = "person.schreiben";
const PATH = "/personen/zusammenfuehrungen/:id";

const feldName = ({ feld }: Feld): string => `seither_${feld}`;
const Zuordnung = z.enum(["bleibt", "andere", "beide"]).optional();
const Aufteilung = z.object({
  eintrag: several(z.string().regex(/^kim\.[a-z_]{1,40}(:[a-z_]{1,40})?:[0-9a-f-]{36}$/)),
  ...Object.fromEntries(FELDER.map((feld) => [feldName(feld), Zuordnung])),
});

async function read({ actor, ...visit }: Visit) {
  const id = idOf(visit);
  return writeAs(actor, async (tx) => {
    const z = await zusammenfuehrungOf(tx, actor, id);
    if (z === undefined || z.aufgehoben !== null) throw new NotFound();
    const lines = await withShown(tx, actor, [z.person, z.in]);
    const [own, into] = [lines.find((line) => line.own.id === z.person), lines.find((line) => line.own.id === z.in)];
    if (own === undefined || into === undefined) throw new NotFound();
    const gelten = await geltende(tx, actor, z.in);
    for (const person of [z.person, z.in])
      await recordEvent(tx, actor, {
        art: "person.geoeffnet",
        gegenstand: { art: "person", id: person },
        zweck: "dublette",
      });
    const words = await worte(tx);
    return {
      z,
      name: own.own.name,
      gezeigt: into.shown.name,
      seither: (await seitherOf(tx, z, gelten)).filter(({ tabelle }) => {
        const recht = EINTRAEGE[tabelle]?.recht;
        return recht === undefined || may(actor, recht);
      }),
      felder: await changedSince(tx, actor.kreis, z, gelten, words),
    };
  });
}

type Z = NonNullable<Awaited<ReturnType<typeof zusammenfuehrungOf>>>;
type Geaendert = { readonly feld: Feld; readonly jetzt: string };

/** Fields of whoever is shown in which something was changed since. */
async function changedSince(tx: Tx, kreis: string, z: Z, gelten: readonly Z[], words: Worte): Promise<Geaendert[]> {
  const key = (await subjectKeys(tx, kreis, [z.in])).get(z.in);
  if (key === undefined) return [];
  const now = await readWerte(tx, kreis, z.in, key);
  const later = gelten.filter((one) => one.in === z.in && one.folge > z.folge).map(({ werte }) => werte);
  const { seither } = aufgehoben(z.werte, later, now, {});
  return FELDER.filter(({ feld }) => seither.includes(feld)).map((feld) => ({
    feld,
    jetzt: wertText(teilVon(now, feld), feld, words),
  }));
}

async function form(visit: Visit, rejected?: Rejected) {
  const { z, name, gezeigt, seither, felder } = await read(visit);
  const field = fieldsOf(undefined, rejected);
  return (
    <Page
      frame={visit.frame}
      title="Zusammenführung aufheben"
      heading={false}
      rejected={rejected}
      breadcrumb={[
        { label: "Personen", href: "/personen" },
        { label: "Doppelte Personen", href: `${DUBLETTEN}?stand=verbunden` },
      ]}
    >
      <Card title="Zusammenführung aufheben" level={1}>
        <p>
          Der frühere Eintrag „<Entered>{name}</Entered>“ steht seit {tagText(z.am)} bei „<Entered>{gezeigt}</Entered>“.
          Danach sind es wieder zwei Personen, jede mit dem, was vorher bei ihr stand.
        </p>
        <Form action={`/personen/zusammenfuehrungen/${z.id}`} rejected={rejected}>
          {felder.map(({ feld, jetzt }) => (
            <RadioSegment
              {...field(feldName(feld))}
              label={`${feld.label} wurde seither geändert: ${jetzt}`}
              value="bleibt"
              options={[
                { value: "bleibt", label: "gilt für die gezeigte Person" },
                { value: "andere", label: "gilt für den früheren Eintrag" },
                { value: "beide", label: "gilt für beide" },
              ]}
            />
          ))}
          <Eintraege seither={seither} chosen={rejected?.values["eintrag"] ?? []} />
          {z.abgebend === null || z.abgebend === visit.actor.kontoId ? null : (
            <p class="hint">
              Die Akte kam aus einem anderen Konto. Führen Sie sie heute selbst, geht sie dorthin zurück; sonst bleibt
              sie, wo sie ist, und wer sie führt, kann sie übergeben.
            </p>
          )}
          <Submit label="Aufheben" cancel={`${DUBLETTEN}?stand=verbunden`} danger />
        </Form>
      </Card>
    </Page>
  );
}

const wort = (tabelle: string): string => EINTRAEGE[tabelle]?.wort ?? tabelle;

function Eintraege({ seither, chosen }: { readonly seither: readonly Seither[]; readonly chosen: readonly string[] }) {
  if (seither.length === 0) return <p>Seither wurde nichts festgehalten, das zuzuordnen wäre.</p>;
  return (
    <Table
      caption="Seither festgehalten: Was gehört zum früheren Eintrag?"
      columns={[
        {
          label: "Was",
          cell: (one: Seither) => {
            const place = EINTRAEGE[one.tabelle]?.seite;
            const text = `${wort(one.tabelle)}${one.am === null ? "" : ` vom ${tagText(one.am)}`}`;
            return place === undefined ? text : <a href={`${place}/${one.id}`}>{text}</a>;
          },
        },
        {
          label: "Gehört zum früheren Eintrag",
          cell: (one) => (
            <label class="check">
              <input type="checkbox" name="eintrag" value={eintrag(one)} checked={chosen.includes(eintrag(one))} />
              <span>
                ja<span class="kern-sr-only">, {wort(one.tabelle)}</span>
              </span>
            </label>
          ),
        },
      ]}
      rows={seither}
      cards
    />
  );
}

export const show = page({ path: PATH, permission, notices: getan, show: (visit) => form(visit) });

export const split = change(PATH, permission, { schema: Aufteilung, again: form }, async (tx, { actor, at }, input) => {
  const given: Readonly<Record<string, unknown>> = input;
  const felder = Object.fromEntries(
    FELDER.flatMap((feld) => {
      const chosen = Zuordnung.parse(given[feldName(feld)]);
      return chosen === undefined ? [] : [[feld.feld, chosen]];
    }),
  );
  await splitPerson(tx, actor, at.id, { eintraege: input.eintrag, felder });
  return getan.after(`${DUBLETTEN}?stand=verbunden`, "getrennt");
});
