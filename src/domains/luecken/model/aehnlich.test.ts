import { expect, test } from "vitest";
import { type Vergleichbar, aehnliche, staemme } from "./aehnlich.ts";

const luecke = (id: string, text: string, more: Partial<Vergleichbar> = {}): Vergleichbar => ({
  id,
  handlungsfeld: "sprache",
  rechtskreis: null,
  kommunen: [],
  text,
  ...more,
});

test("words are compared by their German stem, those that stand in any sentence are left out", () => {
  expect([...staemme("Die Plätze fehlen").keys()]).toEqual([...staemme("von Plätzen fehlt").keys()]);
  expect([...staemme("Es fehlt immer etwas, und niemand hat keine Zeit für viele").values()]).toEqual([
    "niemand",
    "Zeit",
  ]);
  expect([...staemme("Plätze für Mädchen in Kindergärten").values()]).toEqual(["Plätze", "Mädchen", "Kindergärten"]);
});

test("a gap is suggested with its reason: words as they stand in it, also inside of others, field, law, Kommune", () => {
  const one = luecke("a", "Sprachkurse haben keine Betreuung.", { rechtskreis: "integration", kommunen: ["1", "2"] });
  const [first, ...more] = aehnliche(one, [
    luecke("b", "Die Kinderbetreuung neben dem Kurs reicht nicht.", { rechtskreis: "integration", kommunen: ["2"] }),
  ]);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ id: "b", gleiches: ["handlungsfeld", "rechtskreis"], kommunen: ["2"] });
  expect(first?.worte).toContain("Kinderbetreuung");
});

test("a field, a law or a Kommune alone is no reason; who shares more words stands before, in whatever order they come", () => {
  const one = luecke("a", "Schwimmkurse für Mädchen sind ausgebucht.", { kommunen: ["1"] });
  const alle = [
    luecke("feld", "Der Fahrdienst reicht nicht.", { kommunen: ["1"] }),
    luecke("wort", "Ein Schwimmkurs ist zu teuer."),
    luecke("mehr", "Schwimmkurse für Mädchen haben keine Plätze.", { handlungsfeld: "teilhabe" }),
    luecke("fremd", "Ein Schwimmkurs ist zu teuer.", { handlungsfeld: "teilhabe" }),
  ];
  const ids = (of: readonly Vergleichbar[]) => aehnliche(one, of).map(({ id }) => id);
  expect(ids(alle)).toEqual(["mehr", "wort"]);
  expect(ids(alle.toReversed())).toEqual(["mehr", "wort"]);
});
