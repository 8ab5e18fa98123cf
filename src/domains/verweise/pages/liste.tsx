import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { placeInAddress } from "../../../platform/place.ts";
import { Card, Choices, FilterBar, Page, Pager, SelectField } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { Wessen, vertretene, wessenAkte, wessenTitel, wessenWahl } from "../../zustaendigkeit/index.ts";
import { setErgebnisse } from "../commands/set-ergebnisse.ts";
import { ErgebnisListe } from "../model/verweis.ts";
import { LIST, getan } from "../parts/getan.ts";
import { VerweisTabelle } from "../parts/tabelle.tsx";
import { AUSWAHL, type Auswahl, verweisListe } from "../queries/listen.ts";

const NAMEN: Readonly<Record<Auswahl, string>> = {
  faellig: "jetzt nachfragen",
  offen: "alle offenen",
  warteliste: "auf Wartelisten",
  beendet: "beendete",
};

const TITEL = { eigene: "Meine Verweise", vertretung: "Verweise in Vertretung" };

const Query = z.object({
  auswahl: z.enum(AUSWAHL).default("offen"),
  feld: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
  wessen: Wessen,
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});
type Asked = z.output<typeof Query>;

/** The same list in another cut. */
function addressOf({ auswahl, feld, wessen }: Asked, more: Readonly<Record<string, string | undefined>> = {}): string {
  const words = { auswahl, feld, wessen, ...more };
  const set = Object.entries(words).flatMap(([name, value]): [string, string][] =>
    value === undefined || (name === "auswahl" && value === "offen") ? [] : [[name, value]],
  );
  return set.length === 0 ? LIST : `${LIST}?${new URLSearchParams(set).toString()}`;
}

/** One's own referrals: what is to be asked about first, each with its result in one step. */
async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const asked = readQuery(Query, visit.url);
  const { auswahl, feld, wessen } = asked;
  const { liste, fuer, listen } = await readAs(actor, async (tx) => ({
    liste: await verweisListe(tx, actor, { auswahl, feld, wessen }, { older: asked.aeltere, newer: asked.neuere }),
    fuer: await vertretene(tx, actor),
    listen: await codelisten(tx),
  }));
  const { verweise, neuer, aelter } = liste;
  const place = (at: typeof neuer) => (at === undefined ? undefined : `${at.am}_${at.id}`);
  return (
    <Page frame={visit.frame} title="Verweise" heading={false} rejected={rejected} wide>
      <Card title={wessenTitel(wessen, TITEL)} level={1}>
        <Choices
          label="Wessen Verweise"
          items={wessenWahl(fuer, wessen, (of) => addressOf({ ...asked, wessen: of }))}
        />
        <Choices
          label="Welche Verweise"
          items={AUSWAHL.map((one) => ({
            label: NAMEN[one],
            href: addressOf({ ...asked, auswahl: one }),
            current: one === auswahl,
          }))}
        />
        <Felder asked={asked} felder={listen.handlungsfeld} />
        <VerweisTabelle
          verweise={verweise}
          listen={listen}
          auswahl={auswahl}
          schreibt={may(actor, "verweis.schreiben") && auswahl !== "beendet"}
          rejected={rejected}
          akteVon={wessenAkte(fuer, wessen)}
        />
        <Pager
          newer={neuer === undefined ? undefined : addressOf(asked, { neuere: place(neuer) })}
          older={aelter === undefined ? undefined : addressOf(asked, { aeltere: place(aelter) })}
          byDay={auswahl === "beendet"}
        />
      </Card>
    </Page>
  );
}

type FelderProps = {
  readonly asked: Asked;
  readonly felder: readonly { readonly code: string; readonly name: string }[];
};

const Felder = ({ asked, felder }: FelderProps) => (
  <FilterBar action={LIST} active={asked.feld !== undefined}>
    <input type="hidden" name="auswahl" value={asked.auswahl} />
    {asked.wessen === undefined ? null : <input type="hidden" name="wessen" value={asked.wessen} />}
    <SelectField
      name="feld"
      label="Handlungsfeld"
      options={felder.map(({ code, name }) => ({ value: code, label: name }))}
      value={asked.feld}
      empty="alle"
    />
  </FilterBar>
);

export const show = page({ path: LIST, permission: "verweis.lesen", notices: getan, show: (visit) => form(visit) });

export const save = change(
  LIST,
  "verweis.schreiben",
  { schema: ErgebnisListe, again: form },
  async (tx, { actor }, input) => getan.after(LIST, "eingetragen", await setErgebnisse(tx, actor, input)),
);
