import { raw } from "#jsx";
import { z } from "zod";
import { Redirect, type Visit, action, page, publicPage } from "../../../platform/access.ts";
import { text } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { Card, Page, PlainPage } from "../../../ui/index.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { finde } from "../model/suche.ts";
import { Funde, HandbuchSuche } from "../parts/handbuch-suche.tsx";
import { ABSCHNITTE, KAPITEL } from "../queries/handbuch.ts";

const PATH = "/hilfe";
const permission = "start.sehen";

/** The contents, and above them what was looked for. */
const Uebersicht = (props: { readonly visit: Visit; readonly text?: string; readonly rejected?: Rejected }) => (
  <Page frame={props.visit.frame} title="Hilfe" rejected={props.rejected} extra>
    <Card>
      <HandbuchSuche text={props.text} rejected={props.rejected} />
      {props.text === undefined ? null : <Funde text={props.text} funde={finde(ABSCHNITTE, props.text)} />}
    </Card>
    <h2>Kapitel</h2>
    <ol class="prose">
      {KAPITEL.map((k) => (
        <li>
          <a href={`${PATH}/${k.adresse}`}>{k.titel}</a>
        </li>
      ))}
    </ol>
  </Page>
);

export const uebersicht = page({ path: PATH, permission, show: (visit) => <Uebersicht visit={visit} /> });

export const suche = action({
  path: PATH,
  permission,
  schema: z.object({ suche: z.string().trim().pipe(text(100)).default("") }),
  run: async (visit, { suche: asked }) =>
    asked === "" ? new Redirect(PATH) : <Uebersicht visit={visit} text={asked} />,
  again: (visit, rejected) => <Uebersicht visit={visit} rejected={rejected} />,
});

function named(adresse: string | undefined) {
  const found = KAPITEL.find((k) => k.adresse === adresse);
  if (found === undefined) throw new NotFound();
  return found;
}

/** The chapters that somebody may want to read before signing in. */
export const offen = ["datenschutz", "barrierefreiheit"].map((adresse) =>
  publicPage({
    path: `/${adresse}`,
    show: ({ url }) => {
      const { titel, html } = named(adresse);
      return (
        <PlainPage frame={publicFrame(url.pathname)} title={titel}>
          <div class="prose">{raw(html)}</div>
        </PlainPage>
      );
    },
  }),
);

/** Pictures lie beside the handbook, and among the static files of the program. */
const PICTURE = 'src="../bilder/';

export const kapitel = page({
  path: `${PATH}/:kapitel`,
  permission,
  show: ({ frame, params }) => {
    const found = named(params["kapitel"]);
    return (
      <Page frame={frame} title={found.titel} breadcrumb={[{ label: "Hilfe", href: PATH }]} extra>
        {/* Our own files, no input of anybody. */}
        <div class="prose">{raw(found.html.replaceAll(PICTURE, `src="${frame.assets.pictures}/`))}</div>
      </Page>
    );
  },
});
