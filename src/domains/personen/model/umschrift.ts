import anyAscii from "any-ascii";

/** Which script a word is written in; Arabic and Hebrew write hardly any short vowels. */
export type Schrift = "lateinisch" | "arabisch" | "hebräisch" | "andere";

const SCRIPTS: readonly (readonly [RegExp, Schrift])[] = [
  [/\p{Script=Arabic}/u, "arabisch"],
  [/\p{Script=Hebrew}/u, "hebräisch"],
  [/\p{Script=Latin}/u, "lateinisch"],
];
export const scriptOf = (word: string): Schrift => SCRIPTS.find(([letters]) => letters.test(word))?.[1] ?? "andere";

/** Letters that any-ascii reduces to the bare Latin one, where people write the sound when they have no such key. */
const SOUNDS: ReadonlyMap<string, string> = new Map(
  listed("ä ae, ö oe, ü ue, ß ss, ş sh, ș sh, š sh, ç ch, č ch, ć ch, ž zh, đ dj, ț ts, ţ ts, г h"),
);

/**
 * Arabic, Persian and Sorani letters as sound forms. any-ascii leaves out alif and writes و and ی as consonants; here A, I
 * and U stand for the long vowels that they mostly are in names. Short vowels are not written and so not invented.
 */
const ARABIC: ReadonlyMap<string, string> = new Map([
  ...listed("ا A, أ a, إ i, آ A, ٱ a, ى A, ع a, ة a, و U, ؤ u, ي I, ی I, ئ i, ۀ a, ە e, ێ e, ۆ o"),
  ...listed("ب b, پ p, ت t, ث t, ج q, چ x, ح h, خ x, د d, ذ s, ر r, ڕ r, ز s, ژ s, س s, ش s, ص s, ض s, ط t, ظ s"),
  ...listed("غ g, ف f, ڤ v, ق k, ك k, ک k, گ g, ل l, ڵ l, م m, ن n, ه h, ھ h"),
]);

function* listed(pairs: string): Generator<[string, string]> {
  for (const entry of pairs.split(", ")) {
    const [letter = "", sound = ""] = entry.split(" ");
    yield [letter, sound];
  }
}

/** Short-vowel signs and tatweel; whatever is not seen: direction marks, joiners that Persian keyboards type, soft hyphens. */
const MARKS = /[\u064B-\u0655\u0670\u0640\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const ARTICLE = /^ال(?=.{2})/u;
const ALLAH = /^الله$/u;

/** A word as it is compared: NFKC, small letters, without marks that only guide reading. */
export const plainWord = (word: string): string => word.normalize("NFKC").toLowerCase().replace(MARKS, "");

/** Whether an Arabic word carries the article in front. */
export const hasArabicArticle = (plain: string): boolean => ARTICLE.test(plain);

/** Persian writes the same final letter in Karimi and in Mostafa. */
const FINAL_YEH = /ی$/u;

/**
 * The sound forms of an Arabic word, without its article. A final ه after a consonant is read as a vowel (Fatemeh). Of a word
 * that is only `begun` the last letter is no final one.
 */
export function arabicForms(plain: string, begun = false): string[] {
  const letters = [...plain.replace(ALLAH, "لة").replace(ARTICLE, "")];
  const last = letters.length - 1;
  const form = letters
    .map((letter, i) => {
      if (letter === "ئ" && i === 0) return "";
      if (letter === "ه" && i === last && i > 1 && !begun) return "a";
      return ARABIC.get(letter) ?? "";
    })
    .join("")
    .replaceAll(/(.)\1+/g, "$1");
  if (form === "") return [];
  return FINAL_YEH.test(plain) && !begun ? [form, form.replace(/I$/, "A")] : [form];
}

/**
 * Writes one word of any script but Arabic in small Latin letters a–z: first as the sound is usually spelt without the
 * special letter (ş → sh), then with the bare letter (ş → s), where that differs.
 */
export function latinise(plain: string): string[] {
  const spelt = [...plain].map((letter) => SOUNDS.get(letter) ?? letter).join("");
  const readings = [spelt, plain].map((text) =>
    anyAscii(text)
      .toLowerCase()
      .replaceAll(/[^a-z]/g, ""),
  );
  return [...new Set(readings)].filter((text) => text !== "");
}

/**
 * Spellings of one sound in German, English, Slavic, Turkish and Arabic transcription. In the result `x` is the ach-sound
 * and tsch, `q` the dsch, `s` every hissing sound. Order matters: long spellings before the short ones inside them.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/x/g, "ks"],
  [/dsch|dzh|dj(?=[aeiou])/g, "q"],
  [/schtsch|shch|szcz/g, "s"],
  [/tsch|tch|tsh|kh|(?<!s)ch/g, "x"],
  [/sch|sh|zh|sz|cz|tz|ts|z/g, "s"],
  [/ph/g, "f"],
  [/([bdgt])h/g, "$1"],
  [/ck/g, "k"],
  [/w/g, "v"],
  [/dt/g, "t"],
  [/ou|oo/g, "u"],
  [/ee/g, "i"],
  [/ue/g, "u"],
  [/oe/g, "o"],
  // Not in Michael and Ismael.
  [/ae(?!la?$)/g, "a"],
  // Slavic endings: Serhii, Sergej, Sergiy.
  [/e?[iyj]{1,3}$/g, "i"],
  [/[jy]/g, "i"],
  [/^ie/g, "e"],
  [/ie(?!$)/g, "i"],
  [/ai|ei/g, "ei"],
  [/(.)\1+/g, "$1"],
];

const spell = (text: string): string =>
  SPELLINGS.reduce((done, [spelling, sound]) => done.replaceAll(spelling, sound), text);

/** Letters that languages read differently; each rule adds readings to those before it. */
const AMBIGUOUS: readonly (readonly [RegExp, string])[] = [
  // Jamal (dsch) beside Julia.
  [/(?<!d)j(?!$)/g, "q"],
  // Turkish Cemal, Kurdish Ciwan.
  [/c(?=[aeiou])/g, "q"],
  // Somali: c is not heard (Cabdi), x is h (Xasan).
  [/^c(?=[aiu].{2})/g, ""],
  [/x/g, "h"],
  // Sarah, Fatemeh; but Saleh.
  [/(?<=[aeiou])h$/g, ""],
];

/** Stands behind a word that is only begun, so that no rule takes its last letter for the end. */
const GOES_ON = "~";

/** The sound forms of the beginning of a Latin word. */
export const begunForms = (text: string): string[] =>
  soundForms(text + GOES_ON).flatMap((form) => form.slice(0, -1) || []);

/** The sound forms of a Latin word, the likeliest first: one for most words, more where a letter has several readings. */
export function soundForms(text: string): string[] {
  const single = text.replaceAll(/([^aeiou])\1+/g, "$1").replaceAll("q", "k");
  // A set, because most rules fit no letter of a word, and what they leave as it is would be spelt again and again.
  let readings = new Set([single]);
  for (const [letter, sound] of AMBIGUOUS) {
    readings = new Set([...readings, ...[...readings].map((reading) => reading.replaceAll(letter, sound))]);
  }
  const forms = [...readings].map((t) => spell(t.replaceAll(/c(?=[eiy])/g, "s").replaceAll(/(?<!s)c(?![hkz])/g, "k")));
  return [...new Set(forms)].filter((form) => form !== "");
}

/**
 * The consonants alone, in coarse classes (d=t, b=p, g=h=x, f=v): what Arabic, Persian, Tigrinya and the many Latin
 * spellings of a name have in common. Two where a `v` may have been the vowel و. None for a single consonant.
 */
export function skeletons(form: string): string[] {
  const classes = form
    .replaceAll("d", "t")
    .replaceAll("b", "p")
    .replaceAll(/[gx]/g, "h")
    .replaceAll("v", "f")
    .replaceAll(/[aeiou]/gi, "");
  const bare = [classes, form.includes("v") ? classes.replaceAll("f", "") : classes];
  return [...new Set(bare.map((b) => b.replaceAll(/(.)\1+/g, "$1")))].filter((b) => b.length > 1);
}
