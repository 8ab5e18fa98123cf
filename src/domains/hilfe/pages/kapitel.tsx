import { raw } from "hono/html";
import { page } from "../../../platform/access.ts";
import { NotFound } from "../../../platform/form.ts";
import { Page } from "../../../ui/index.ts";
import { KAPITEL } from "../handbuch.ts";

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

export const kapitel = page({
  path: "/hilfe/:kapitel",
  permission: "start.sehen",
  show: ({ frame, params }) => {
    const found = KAPITEL.find((k) => k.adresse === params["kapitel"]);
    if (found === undefined) throw new NotFound();
    return (
      <Page frame={frame} title={found.titel} breadcrumb={[{ label: "Hilfe", href: "/hilfe" }]}>
        {/* Our own files, no input of anybody. */}
        <div class="prose">{raw(found.html)}</div>
      </Page>
    );
  },
});
