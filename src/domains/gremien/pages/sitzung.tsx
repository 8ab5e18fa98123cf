import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Actions, Card, DescriptionList, Entered, Page, Path } from "../../../ui/index.ts";
import { spanneText } from "../../termine/index.ts";
import { FORMATE, dateiVon, hausOf } from "../documents/dateien.ts";
import { type Quorum, mitgliedText } from "../model/gremium.ts";
import { type Namen, einladungPapier, protokollPapier } from "../model/papiere.ts";
import { LEITER, STAENDE } from "../model/sitzung.ts";
import { type Stimmen, istBeschlussfaehig, stimmen, stimmenSatz } from "../model/stimmen.ts";
import { belowGremium } from "../parts/below.ts";
import { SITZUNGEN, getan } from "../parts/getan.ts";
import { SchrittKnoepfe, Tagesordnung } from "../parts/sitzung-karten.tsx";
import { Teilnehmende } from "../parts/teilnehmende.tsx";
import { AlsDatei, SitzungWort } from "../parts/worte.tsx";
import { auftraege } from "../queries/auftraege.ts";
import { beschluesse } from "../queries/beschluesse.ts";
import { gremiumOf } from "../queries/gremien.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { fassungen, protokollStand } from "../queries/protokoll.ts";
import { anwesende, sitzungOf, teilnahmen, tops, unterlagen } from "../queries/sitzungen.ts";

async function lies(tx: Tx, { actor }: Visit, id: string) {
  const sitzung = await sitzungOf(tx, id);
  const rows = await teilnahmen(tx, id);
  const members = await mitglieder(tx, actor, { gremiumId: sitzung.gremiumId });
  const there = anwesende(rows);
  return {
    sitzung,
    rows,
    members,
    gremium: await gremiumOf(tx, sitzung.gremiumId),
    agenda: await tops(tx, { sitzungId: id }),
    decided: (await beschluesse(tx, { sitzungId: id })).toReversed(),
    agreed: await auftraege(tx, actor, { sitzungId: id }),
    versions: await fassungen(tx, id),
    zahl: stimmen(members, there, sitzung.tag),
  };
}
type Gelesen = Awaited<ReturnType<typeof lies>>;

/** Whether the body can decide, in a sentence. */
function beschlussSatz(quorum: Quorum, s: Stimmen): string {
  const counted = stimmenSatz(s);
  if (quorum === "keines") return `${counted}.`;
  return istBeschlussfaehig(quorum, s) ? `${counted}: beschlussfähig.` : `${counted}: nicht beschlussfähig.`;
}

const Als = z.object({
  als: z.enum(FORMATE).optional(),
  was: z.enum(["einladung", "protokoll", "unterlage"]).optional(),
  top: z.uuid().optional(),
  fassung: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
});

export const show = page({
  path: `${SITZUNGEN}/:id`,
  permission: "gremium.lesen",
  notices: getan,
  show: async (visit) => {
    const { als } = readQuery(Als, visit.url);
    if (als !== undefined) return mitnehmen(visit);
    const g = await readAs(visit.actor, (tx) => lies(tx, visit, idOf(visit)));
    const { sitzung, members, rows, zahl } = g;
    const schreibt = may(visit.actor, "gremium.schreiben");
    return (
      <Page {...belowGremium(visit, { id: sitzung.gremiumId })} title="Sitzung" heading={false} wide>
        <Kopf visit={visit} g={g} schreibt={schreibt} />
        <Tagesordnung
          sitzung={sitzung}
          agenda={g.agenda}
          beschluesse={g.decided}
          auftraege={g.agreed}
          schreibt={schreibt}
          heute={today()}
        />
        <Teilnehmende
          sitzung={sitzung}
          members={members}
          rows={rows}
          schreibt={schreibt}
          stimmen={beschlussSatz(g.gremium.quorum, zahl)}
        />
        <Papiere g={g} />
      </Page>
    );
  },
});

type KopfProps = { readonly visit: Visit; readonly g: Gelesen; readonly schreibt: boolean };

function Kopf({ visit, g: { sitzung, versions }, schreibt }: KopfProps) {
  const at = LEITER.findIndex((one) => one === sitzung.stand);
  const plan = sitzung.stand === "geplant" || sitzung.stand === "eingeladen";
  return (
    <Card title={<Entered>{`${sitzung.gremium}, ${tagText(sitzung.tag)}`}</Entered>} level={1}>
      <p>
        <SitzungWort stand={sitzung.stand} /> seit {tagText(sitzung.standSeit)}
      </p>
      {at < 0 ? null : (
        <Path
          label="Wie weit die Sitzung ist"
          stations={LEITER.map((one, i) => ({
            label: STAENDE[one],
            state: i < at ? "erledigt" : i === at ? "jetzt" : "offen",
          }))}
        />
      )}
      <DescriptionList
        items={[
          { term: "Zeit", value: spanneText(sitzung.beginn, sitzung.ende) },
          { term: "Ort", value: <Entered>{sitzung.ort}</Entered> },
          ...(sitzung.hinweis === null
            ? []
            : [{ term: "Hinweis", value: <Entered class="text">{sitzung.hinweis}</Entered> }]),
        ]}
      />
      <SchrittKnoepfe actor={visit.actor} sitzung={sitzung} berichtigt={versions.length > 0} />
      {schreibt && plan ? (
        <Actions>
          <ButtonLink kind="tertiary" small href={`${SITZUNGEN}/${sitzung.id}/bearbeiten`}>
            Verlegen oder ändern
          </ButtonLink>
        </Actions>
      ) : null}
    </Card>
  );
}

/** What there is on paper: the invitation, what is read at a point, and the minutes as a draft or in each released version. */
function Papiere({ g: { sitzung, versions, agenda } }: { readonly g: Gelesen }) {
  const at =
    (was: string, more = "") =>
    (format: string) =>
      `${SITZUNGEN}/${sitzung.id}?was=${was}&als=${format}${more}`;
  const minutes = sitzung.stand === "durchgefuehrt" || sitzung.stand === "entwurf";
  return (
    <Card title="Papiere">
      <AlsDatei was="Einladung" href={at("einladung")} />
      {agenda
        .filter(({ rekonstruktionId }) => rekonstruktionId !== null)
        .map(({ id, nr }) => (
          <AlsDatei was={`Fallrekonstruktion zu Punkt ${nr}`} href={at("unterlage", `&top=${id}`)} />
        ))}
      {minutes ? <AlsDatei was="Protokoll-Entwurf" href={at("protokoll")} /> : null}
      {versions.map(({ fassung, am, grund }) => (
        <>
          <p>
            Protokoll, Fassung {fassung}, freigegeben am {tagText(am)}
            {grund === null ? null : (
              <>
                {" – "}
                <Entered>{grund}</Entered>
              </>
            )}
          </p>
          <AlsDatei was={`Fassung ${fassung}`} href={at("protokoll", `&fassung=${fassung}`)} />
        </>
      ))}
    </Card>
  );
}

const DATEINAME = { einladung: "Einladung", protokoll: "Protokoll", unterlage: "Fallrekonstruktion" } as const;

/** The invitation, the minutes as they stand, what is read at a point, or a released version, as a file. */
async function mitnehmen(visit: Visit): Promise<Response> {
  const { als = "pdf", was = "einladung", fassung, top } = readQuery(Als, visit.url);
  const { papier, tag } = await readAs(visit.actor, async (tx) => {
    const g = await lies(tx, visit, idOf(visit));
    const haus = await hausOf(tx, visit.actor);
    const { tag: day } = g.sitzung;
    if (was === "unterlage") {
      const found = (await unterlagen(tx, g.sitzung.id)).find(({ topId }) => topId === top);
      if (found === undefined) throw new NotFound();
      return { papier: found.papier, tag: found.papier.tag };
    }
    if (was === "einladung") return { papier: einladungPapier(haus, g.sitzung, g.agenda), tag: day };
    const namen: Namen = (id) => {
      const found = g.members.find((m) => m.id === id);
      return found === undefined ? "Mitglied" : mitgliedText(found);
    };
    if (fassung === undefined) {
      const now = await protokollStand(tx, visit.actor, g.sitzung);
      return { papier: protokollPapier(haus, now, namen, { fassung: null, grund: null }), tag: day };
    }
    const version = g.versions.find((one) => one.fassung === Number(fassung));
    if (version === undefined) throw new NotFound();
    return { papier: protokollPapier({ ...haus, tag: version.am }, version.inhalt, namen, version), tag: day };
  });
  return dateiVon(papier, als, `${DATEINAME[was]}-${tag}`);
}
