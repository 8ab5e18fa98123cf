import { raw } from "hono/html";
import { page, publicPage } from "../../../platform/access.ts";
import { NotFound } from "../../../platform/form.ts";
import { Page, PlainPage } from "../../../ui/index.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { KAPITEL } from "../queries/handbuch.ts";

export const uebersicht = page({
  path: "/hilfe",
  permission: "start.sehen",
  show: ({ frame }) => (
    <Page frame={frame} title="Hilfe">
      <ol class="prose">
        {KAPITEL.map((k) => (
          <li>
            <a href={`/hilfe/${k.adresse}`}>{k.titel}</a>
          </li>
        ))}
      </ol>
    </Page>
  ),
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
  path: "/hilfe/:kapitel",
  permission: "start.sehen",
  show: ({ frame, params }) => {
    const found = named(params["kapitel"]);
    return (
      <Page frame={frame} title={found.titel} breadcrumb={[{ label: "Hilfe", href: "/hilfe" }]} extra>
        {/* Our own files, no input of anybody. */}
        <div class="prose">{raw(found.html.replaceAll(PICTURE, `src="${frame.assets.pictures}/`))}</div>
      </Page>
    );
  },
});
