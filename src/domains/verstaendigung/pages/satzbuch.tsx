import { z } from "zod";
import { type Route, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { translator } from "../../../platform/translate.ts";
import { readQuery } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Card, Choices, Page, Table } from "../../../ui/index.ts";
import { DRUCKSPRACHE, DRUCKSPRACHEN, type Drucksprache } from "../../codelisten/index.ts";
import { geprueftAm } from "../../uebersetzungen/index.ts";
import { traeger } from "../../verwaltung/index.ts";
import { satzbuchPdf } from "../documents/satzbuch.ts";
import { GRUPPE, SATZBUCH, saetzeOf } from "../model/satzbuch/index.ts";
import type { Gruppe } from "../model/satzbuch/form.ts";
import { SATZBUCH_PFAD, UEBERSETZEN, zeigenOf } from "../parts/wege.ts";

const permission = "start.sehen";
const Query = z.object({ sprache: z.enum(DRUCKSPRACHE).default("ar") });

/** Sentences for a first talk, in one language beside German; each leads to the same sentence large. */
export const show = page({
  path: SATZBUCH_PFAD,
  permission,
  show: async ({ actor, frame, url }) => {
    const { sprache } = readQuery(Query, url);
    const geprueft = await readAs(actor, (tx) => geprueftAm(tx, actor.traegerId, sprache, ["satzbuch"]));
    const druck = (
      <ButtonLink kind="secondary" small href={`${SATZBUCH_PFAD}/druck?sprache=${sprache}`}>
        Als PDF drucken
      </ButtonLink>
    );
    return (
      <Page frame={frame} title="Satzbuch" wide>
        <Choices
          label="Sprache"
          items={DRUCKSPRACHE.map((one) => ({
            label: DRUCKSPRACHEN[one].name,
            href: `${SATZBUCH_PFAD}?sprache=${one}`,
            current: one === sprache,
          }))}
        />
        <Card title={`Erstes Gespräch: ${DRUCKSPRACHEN[sprache].name}`} action={druck}>
          <p class="hint">
            Ein Satz, groß zum Zeigen: darauf tippen. {pruefsatz(sprache, geprueft)} Sprachmittlung ersetzt das Satzbuch
            nicht.
          </p>
          {translator() !== undefined && may(actor, "text.uebersetzen") ? (
            <p>
              <a href={UEBERSETZEN}>Eigenen Text maschinell übersetzen</a>
            </p>
          ) : null}
        </Card>
        {GRUPPE.map((gruppe) => (
          <Abschnitt gruppe={gruppe} sprache={sprache} />
        ))}
      </Page>
    );
  },
});

function pruefsatz(sprache: Drucksprache, geprueft: string | null): string {
  if (sprache === "de") return "";
  if (geprueft === null) return "Diese Übersetzung ist nicht amtlich geprüft.";
  return `Ihr Träger hat diese Übersetzung am ${tagText(geprueft)} freigegeben.`;
}

function Abschnitt({ gruppe, sprache }: { readonly gruppe: Gruppe; readonly sprache: Drucksprache }) {
  const { saetze } = SATZBUCH[sprache];
  const { lang, dir } = DRUCKSPRACHEN[sprache];
  return (
    <Card title={SATZBUCH.de.gruppen[gruppe]}>
      <Table
        caption={SATZBUCH.de.gruppen[gruppe]}
        hideCaption
        rows={saetzeOf(gruppe)}
        href={(satz) => zeigenOf(sprache, satz)}
        columns={[
          { label: "Deutsch", cell: (satz) => SATZBUCH.de.saetze[satz] },
          {
            label: DRUCKSPRACHEN[sprache].name,
            whole: true,
            cell: (satz) => (
              <bdi lang={lang} dir={dir} translate="no">
                {saetze[satz]}
              </bdi>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** The same on paper. */
export const druck: Route = page({
  path: `${SATZBUCH_PFAD}/druck`,
  permission,
  show: async ({ actor, url }) => {
    const { sprache } = readQuery(Query, url);
    const read = await readAs(actor, async (tx) => ({
      traeger: (await traeger(tx, actor.traegerId))[0]?.name ?? "",
      geprueft: await geprueftAm(tx, actor.traegerId, sprache, ["satzbuch"]),
    }));
    const bytes = satzbuchPdf({ ...read, sprache, tag: today() });
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `inline; filename="satzbuch-${sprache}.pdf"`,
      },
    });
  },
});
