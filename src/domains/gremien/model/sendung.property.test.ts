import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Anlass, type Post, type Sendung, danach, sendungAn } from "./sendung.ts";

type Tat = "kommt" | "geht" | "kommt_zurueck" | "verlegt" | "faellt_aus" | "wieder_geplant" | "verschickt";
const TATEN: readonly Tat[] = [
  "kommt",
  "geht",
  "kommt_zurueck",
  "verlegt",
  "faellt_aus",
  "wieder_geplant",
  "verschickt",
];

/** A meeting and one address, as the program keeps them, and what arrived there. */
function spiele(taten: readonly Tat[]) {
  let anlass: Anlass | undefined;
  let posts: Post[] = [];
  const gesendet: Sendung[] = [];
  const send = () => {
    if (anlass === undefined) return;
    const one = sendungAn(posts, anlass);
    if (one !== undefined) gesendet.push(one);
    posts = danach(posts, anlass, one);
  };
  const next = (methode: Anlass["methode"]) => ({ folge: (anlass?.folge ?? -1) + 1, methode });
  const tun: Readonly<Record<Tat, () => void>> = {
    kommt: () => posts.push({ mitgliedId: String(posts.length), dabei: true, folge: null, zuletzt: null }),
    geht: () => (posts = posts.map((one) => ({ ...one, dabei: false }))),
    kommt_zurueck: () => (posts = posts.map((one, i) => (i === posts.length - 1 ? { ...one, dabei: true } : one))),
    verlegt: () => (anlass = next("REQUEST")),
    faellt_aus: () => (anlass = anlass === undefined ? anlass : next("CANCEL")),
    wieder_geplant: () => (anlass = next("REQUEST")),
    verschickt: send,
  };
  for (const tat of taten) tun[tat]();
  send();
  send();
  return { gesendet, posts, anlass };
}

test("who leaves and comes back, under the same row or a new one, gets an invitation that is newer than what took it back", () => {
  for (const again of ["kommt_zurueck", "kommt"] as const) {
    const { gesendet } = spiele(["kommt", "verlegt", "verschickt", "geht", "verschickt", again, "verschickt"]);
    expect(gesendet.map(({ methode, folge }) => [methode, folge])).toEqual([
      ["REQUEST", 0],
      ["CANCEL", 1],
      ["REQUEST", 2],
    ]);
  }
});

test("whatever happens, what an address is sent about a meeting only rises, and the last of it is true", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TATEN), { maxLength: 25 }), (taten) => {
      const { gesendet, posts, anlass } = spiele(taten);
      for (const [i, one] of gesendet.entries()) {
        const before = gesendet[i - 1];
        if (before === undefined) expect(one.methode).toBe("REQUEST");
        else {
          expect(one.folge).toBeGreaterThan(before.folge);
          expect([before.methode, one.methode]).not.toEqual(["CANCEL", "CANCEL"]);
        }
      }
      const invited = anlass?.methode === "REQUEST" && posts.some(({ dabei }) => dabei);
      const last = gesendet.at(-1);
      if (invited) expect(last?.methode).toBe("REQUEST");
      else expect(last?.methode ?? "CANCEL").toBe("CANCEL");
    }),
    { numRuns: 500 },
  );
});
