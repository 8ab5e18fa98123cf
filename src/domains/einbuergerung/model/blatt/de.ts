import type { BlattTexte } from "./form.ts";

export const DE: BlattTexte = {
  titel: { einbuergerung: "Einbürgerung", aufenthalt: "Aufenthalt" },
  stand: "Stand: {tag}.",
  hinweis:
    "Dieses Blatt ist nur eine Auskunft nach dem, was Sie uns gesagt haben. Ob Sie alles erfüllen, entscheidet die Behörde. Rechtsrat gibt eine Anwältin oder ein Anwalt.",
  gesetz: "",
  zustaendig: "Zuständig",
  bedingungen: "Bedingungen",
  unterlagen: "Unterlagen",
  licht: { erfuellt: "erfüllt", offen: "offen", unbekannt: "Akte sagt nichts", nicht: "nicht erfüllt" },
  themen: {
    aufenthalt: "Wie lange Sie schon in Deutschland leben dürfen",
    titel: "Welchen Aufenthaltstitel oder Schutz Sie haben",
    unterhalt: "Wovon Sie leben",
    deutsch: "Wie gut Sie Deutsch können",
    kenntnisse: "Was Sie über das Leben und das Recht in Deutschland wissen",
    identitaet: "Wer Sie sind: Pass oder andere Papiere",
    mehrstaatigkeit: "Ihre bisherige Staatsangehörigkeit",
    leistungen: "Was Sie besonders gut gemacht haben, zum Beispiel in Schule, Arbeit oder Ehrenamt",
    ehe: "Ihre Ehe oder Lebenspartnerschaft",
    wohnung: "Wo Sie wohnen",
    alter: "Wie alt Sie beim Antrag sind",
    schule: "Schule oder Abschluss, Ihre oder die Ihrer Kinder",
    sonst: "Das prüft die Behörde selbst",
  },
  fragen: "Fragen beantwortet",
  nichtGeprueft: "Diese Übersetzung ist nicht amtlich geprüft. Im Zweifel gilt der deutsche Text.",
};

export const DE_LEICHT: BlattTexte = {
  titel: { einbuergerung: "Deutsch werden", aufenthalt: "In Deutschland bleiben" },
  stand: "Das Blatt ist vom {tag}.",
  hinweis:
    "Auf diesem Blatt steht, was Sie uns gesagt haben. Das Amt entscheidet, ob es reicht. Wir entscheiden das nicht. Eine Anwältin oder ein Anwalt kennt das Recht genau.",
  gesetz: "Was im Gesetz steht, ist schwer zu lesen. Fragen Sie uns. Wir erklären es Ihnen.",
  zustaendig: "Dieses Amt ist für Sie da",
  bedingungen: "Das brauchen Sie",
  unterlagen: "Diese Papiere brauchen Sie",
  licht: {
    erfuellt: "Das haben Sie",
    offen: "Das fehlt noch oder das Amt prüft es",
    unbekannt: "Das wissen wir nicht",
    nicht: "So reicht es nicht",
  },
  themen: {
    aufenthalt: "Wie lange sind Sie schon in Deutschland?",
    titel: "Welches Papier für den Aufenthalt haben Sie?",
    unterhalt: "Woher kommt Ihr Geld?",
    deutsch: "Wie gut sprechen Sie Deutsch?",
    kenntnisse: "Was wissen Sie über Deutschland?",
    identitaet: "Haben Sie einen Pass?",
    mehrstaatigkeit: "Aus welchem Land ist Ihr Pass?",
    leistungen: "Was haben Sie besonders gut gemacht?",
    ehe: "Sind Sie verheiratet?",
    wohnung: "Wo wohnen Sie?",
    alter: "Wie alt sind Sie?",
    schule: "Waren Sie in der Schule? Sind Ihre Kinder in der Schule?",
    sonst: "Das prüft das Amt.",
  },
  fragen: "Haben Sie Fragen? Fragen Sie hier",
  nichtGeprueft: "Niemand vom Amt hat diesen leichten Text geprüft. Der schwere Text gilt.",
};
