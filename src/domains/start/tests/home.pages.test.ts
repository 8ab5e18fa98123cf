import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { today } from "../../../platform/clock.ts";
import { daysFrom } from "../../../platform/span.ts";
import { ROLLEN, type Rolle } from "../../zugang/index.ts";
import { routes as verwaltung } from "../../verwaltung/pages/index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom([...routes, ...verwaltung]);
let stelle: Beratungsstelle;

beforeAll(async () => {
  stelle = await beratungsstelle();
});

const pageOf = async (rolle: Rolle, path = "/") => {
  const { kreis, traegerId } = stelle;
  const { actor } = await testKonto({ kreis, traegerId, rollen: [rolle] });
  return (await room().as(actor).get(path)).html;
};

const text = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

test.each(Object.keys(ROLLEN).filter((rolle): rolle is Rolle => !/fachkraft/.test(rolle)))(
  "%s reads what is to do, and figures of the own work",
  async (rolle) => {
    const html = await pageOf(rolle);
    expect(html).toContain("<h2>Zu tun</h2>");
    expect(html).toContain('aria-label="Zahlen"');
  },
);

test("an authority is told what was released to it, and nothing else", async () => {
  expect(text(await pageOf("abh_fachkraft"))).toContain("Gerade wartet nichts auf Sie.");
});

test("who counsels sees own contacts of today, this week and the months", async () => {
  const day = today();
  const before = daysFrom(`${day.slice(0, 7)}-01`, -1);
  for (const am of [day, day, before]) await erfasse(stelle, { am });
  const seen = text((await room().as(stelle.konto.actor).get("/")).html);
  expect(seen).toMatch(/Heute erfasst 2 .*Dieser Monat 2 letzter Monat 1/);
});

test("the administration is led to an account that nobody ever used, and the overview names it", async () => {
  const { kreis, traegerId } = stelle;
  const konto = await testKonto({ kreis, traegerId, rollen: ["cm_lokal"], name: "Karla Ungenutzt" });
  await db.admin("update kim.konto set status = 'eingeladen' where id = $1", [konto.actor.kontoId]);
  expect(await pageOf("administration")).toMatch(/<a href="\/verwaltung">\d+ Zugänge oder Standorte brauchen Pflege/);
  const overview = await pageOf("administration", "/verwaltung");
  expect(overview).toContain(`href="/verwaltung/mitarbeitende/${konto.actor.kontoId}"`);
  expect(text(overview)).toContain("Karla Ungenutzt war noch nie angemeldet, die Einladung ist abgelaufen");
});
