import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { today } from "../../../platform/clock.ts";
import { daysFrom, monateSpaeter, tagText } from "../../../platform/span.ts";
import { AuftragEingabe, addAuftrag } from "../../gremien/index.ts";
import { ROLLEN, type Rolle } from "../../zugang/index.ts";
import { routes as gremien } from "../../gremien/pages/index.ts";
import { routes as verwaltung } from "../../verwaltung/pages/index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom([...routes, ...verwaltung, ...gremien]);
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

test("whoever writes for the bodies reads what is late of what was agreed, and which minutes are still open", async () => {
  const { kreis, traegerId } = stelle;
  const { actor } = await testKonto({ kreis, traegerId, rollen: ["kim_koordination"] });
  const b = buehne(actor);
  const gremium = await b.gremium({ quorum: "keines" });
  await b.mitglied(gremium, "Jobcenter");
  const before = daysFrom(today(), -20);
  const sitzung = await b.sitzung(gremium, before);
  await b.auf(sitzung, { titel: "Plätze" });
  const lines = async () => text((await room().as(actor).get("/")).html);
  const [late, open] = [
    "1 Auftrag eines Gremiums ist überfällig",
    "1 Protokoll einer Sitzung ist noch nicht freigegeben",
  ];
  expect(await lines()).not.toMatch(new RegExp(`${late}|${open}`));
  await b.schritt(sitzung, "eingeladen");
  await b.schritt(sitzung, "durchgefuehrt");
  const [top] = await b.agenda(sitzung);
  const input = AuftragEingabe.parse({ was: "Liste.", stelle: "Amt", faellig_am: daysFrom(today(), -1) });
  await b.write((tx) => addAuftrag(tx, actor, top?.id ?? "", input));
  const seen = await lines();
  expect([seen.includes(late), seen.includes(open)]).toEqual([true, true]);
});

test("whoever writes for the bodies reads which has to meet, until when, and that a meeting went by of which nobody said anything", async () => {
  const { kreis, traegerId } = stelle;
  const { actor } = await testKonto({ kreis, traegerId, rollen: ["kim_koordination"] });
  const b = buehne(actor);
  const gegruendet_am = monateSpaeter(today(), -4);
  const gremium = await b.gremium({ name: "Steuerung Sieg", quorum: "keines", gegruendet_am });
  const page = async (path: string) => text((await room().as(actor).get(path)).html);
  const due = tagText(monateSpaeter(gegruendet_am, 3));
  const missing = `Steuerung Sieg : nächste Sitzung fällig bis ${due}, keine geplant`;
  expect(await page("/")).toContain(missing);
  for (const path of ["/gremien", `/gremien/${gremium}`])
    expect(await page(path)).toContain(`überfällig seit ${due}, keine geplant`);
  await b.sitzung(gremium, daysFrom(today(), -1));
  const silent = "Sagen, ob eine Sitzung stattgefunden hat";
  expect(await page("/")).toContain(silent);
  expect(await page("/"), "one that nobody held is none").toContain(missing);
  await b.sitzung(gremium, daysFrom(today(), 40));
  expect(await page("/")).not.toContain("Steuerung Sieg");
  expect(await page(`/gremien/${gremium}`)).toContain(`Nächste Sitzung ${tagText(daysFrom(today(), 40))}`);
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
