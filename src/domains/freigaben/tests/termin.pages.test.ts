import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { type Buehne, buehne } from "../../../../tests/support/kopien-buehne.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { today } from "../../../platform/clock.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { readAs } from "../../../platform/db.ts";
import { freigabenImVerlauf } from "../queries/verlauf.ts";
import { offeneAntworten } from "../queries/wartendes.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
let b: Buehne;
beforeAll(async () => {
  b = await buehne(db);
});

test("an appointment that was named is shown on both sides and can be changed, not named once more", async () => {
  const fall = await b.fall();
  const { id } = await b.anBehoerde(fall);
  const [abh, cm] = [room().as(b.abh), room().as(b.cm)];
  const self = `/kopien/${id}`;
  expect((await abh.get(self)).html).toContain("Termin nennen");
  const [first, second] = [daysFrom(today(), 3), daysFrom(today(), 5)];
  const empty = formOf((await abh.get(`${self}/termin`)).html, `${self}/termin`);
  await abh.post(`${self}/termin`, { ...empty, tag: first, text: "9 Uhr, Zimmer 4" });
  const { html } = await abh.get(self);
  expect(html).toContain(`${tagText(first)}, 9 Uhr, Zimmer 4`);
  expect(html).toContain("Termin ändern");
  expect(html).not.toContain("Termin nennen");
  const page = (await abh.get(`${self}/termin`)).html;
  expect(page).toContain("Termin ändern");
  const known = formOf(page, `${self}/termin`);
  expect([known["tag"], known["text"]]).toEqual([[tagText(first)], ["9 Uhr, Zimmer 4"]]);
  const gone = await abh.post(`${self}/termin`, { ...known, tag: daysFrom(today(), -1) });
  expect(gone.status).toBe(422);
  expect(gone.html).toContain("Dieser Tag ist schon vorbei.");
  await abh.post(`${self}/termin`, { ...known, tag: second });
  expect((await abh.get(self)).html).toContain(`Termin am ${tagText(second)}`);
  expect((await cm.get(`/freigaben/${id}`)).html).toContain(`${tagText(second)}, 9 Uhr, Zimmer 4`);
  const asked = { fallId: fall.id, person: fall.person, personen: [fall.person], seit: today(), from: {}, size: 10 };
  const verlauf = await readAs(b.cm, (tx) => freigabenImVerlauf(tx, b.cm, asked));
  // In the timeline of the case an appointment says its day.
  expect(verlauf.map(({ satz }) => satz)).toContain(`Kopie (Ausländerbehörde): Termin am ${tagText(second)}`);
  // Called off it is open again, with the reason on both sides; a new day can be named.
  expect((await abh.get(self)).html).toContain("Termin absagen");
  const off = formOf((await abh.get(`${self}/absagen`)).html, `${self}/absagen`);
  expect((await abh.post(`${self}/absagen`, off)).status, "not without a reason").toBe(422);
  await abh.post(`${self}/absagen`, { ...off, text: "Die Kollegin ist krank" });
  for (const page of [await abh.get(self), await cm.get(`/freigaben/${id}`)]) {
    expect(page.html).toContain("Termin abgesagt");
    expect(page.html).toContain("Die Kollegin ist krank");
  }
  expect((await abh.get(self)).html).toContain("Termin nennen");
  expect((await abh.get(self)).html).not.toMatch(/Termin (?:ändern|absagen)/);
  expect(await readAs(b.cm, (tx) => offeneAntworten(tx, b.cm, fall.id))).toMatchObject([
    { freigabe: id, art: "abgesagt", was: "Termin abgesagt: Die Kollegin ist krank" },
  ]);
  const result = formOf((await abh.get(`${self}/ergebnis`)).html, `${self}/ergebnis`);
  await abh.post(`${self}/ergebnis`, { ...result, unterlagen: "Pass" });
  expect((await abh.get(self)).html, "it was then").not.toMatch(/Termin (?:nennen|ändern)/);
});
